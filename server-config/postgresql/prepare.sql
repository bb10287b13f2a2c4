-- Prepares a PostgreSQL (15 or newer) for MusicMuse. Run it once, as a superuser, before WildFly's first start:
--
--   psql --host HOST --username postgres --set ON_ERROR_STOP=1 --file prepare.sql
--
-- It asks for the password of the new role (not shown, sent encrypted); give WildFly the same one as
-- MUSICMUSE_DB_PASSWORD. The role may use this one database and nothing else; it is no superuser.

create role musicmuse login;
\password musicmuse

create database musicmuse owner musicmuse encoding 'UTF8' template template0;
revoke connect, temporary on database musicmuse from public;

\connect musicmuse

-- MusicMuse keeps its tables in the first schema and updates them itself when it starts (Flyway).
create schema musicmuse authorization musicmuse;
-- WildFly keeps the state of batch jobs here and makes the tables when it starts.
create schema musicmuse_batch authorization musicmuse;
