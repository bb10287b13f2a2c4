-- Prepares a PostgreSQL (15 or newer) for MusicMuse. Run it once, as a superuser, before the application's first start, with
-- hand-over.sql beside it:
--
--   psql --set ON_ERROR_STOP=1 --file prepare.sql
--
-- It asks for the passwords of two new roles (not shown, sent encrypted); give the application the same ones. Neither is a
-- superuser, and both may use this one database and nothing else:
--   musicmuse_owner  owns the tables and changes them when MusicMuse is updated (MUSICMUSE_DB_OWNER_PASSWORD);
--   musicmuse        what MusicMuse works with: rows only, and no change to the audit log (MUSICMUSE_DB_PASSWORD).
-- What else there is to a database: docs/postgresql.md.

create role musicmuse_owner login;
\password musicmuse_owner

create role musicmuse login;
\password musicmuse

create database musicmuse owner musicmuse_owner encoding 'UTF8' template template0;
revoke connect, temporary on database musicmuse from public;

\connect musicmuse

-- MusicMuse keeps its tables in the first schema and updates them itself when it starts (Flyway).
create schema musicmuse authorization musicmuse_owner;
-- The server keeps the state of batch jobs here and makes the tables, as musicmuse.
create schema musicmuse_batch authorization musicmuse_owner;

\ir hand-over.sql
