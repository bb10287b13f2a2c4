-- At each start, before the migrations: what they make belongs to the owner, who runs them, and the application's role
-- may work with the rows. A table that it may use less has that in its own migration.
grant usage on schema musicmuse to "${applicationRole}";
grant select on musicmuse.flyway_schema_history to "${applicationRole}";
alter default privileges in schema musicmuse grant select, insert, update, delete on tables to "${applicationRole}";
alter default privileges in schema musicmuse grant usage on sequences to "${applicationRole}";
alter default privileges revoke execute on functions from public;
