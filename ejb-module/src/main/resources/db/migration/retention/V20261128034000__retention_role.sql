-- The role of the command line could delete rows past the engine, and with that what somebody holds. It asks the engine for
-- runs and reads how they went, no more: what is left to it is said in afterMigrate.sql.
do $$
begin
    if exists (select from pg_roles where rolname = 'musicmuse_retention') then
        revoke all on all tables in schema musicmuse from musicmuse_retention;
        revoke all on all functions in schema musicmuse from musicmuse_retention;
    end if;
end
$$;
