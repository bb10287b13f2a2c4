-- For a database that was prepared for MusicMuse before it had an owner of its own: everything that the role musicmuse
-- owned goes to musicmuse_owner, and musicmuse keeps its rights on rows. Run it as a superuser, with MusicMuse stopped:
--
--   psql --host HOST --username postgres --dbname musicmuse --set ON_ERROR_STOP=1 --file hand-over.sql
--   psql --host HOST --username postgres --command '\password musicmuse_owner'
--
-- Where everything is as it should be it changes nothing.

do $$
declare
    handed_over text;
begin
    if not exists (select from pg_roles where rolname = 'musicmuse_owner') then
        create role musicmuse_owner login;
    end if;
    execute format('alter database %I owner to musicmuse_owner', current_database());
    execute format('grant connect on database %I to musicmuse', current_database());

    if exists (select from pg_namespace where nspname = 'musicmuse_batch') then
        alter schema musicmuse_batch owner to musicmuse_owner;
        grant usage, create on schema musicmuse_batch to musicmuse;
    end if;
    if exists (select from pg_namespace where nspname = 'musicmuse') then
        alter schema musicmuse owner to musicmuse_owner;
        grant usage on schema musicmuse to musicmuse;
        for handed_over in
            select c.oid::regclass
            from pg_class c
            where c.relnamespace = 'musicmuse'::regnamespace
              and c.relkind in ('r', 'p')
              and c.relowner = 'musicmuse'::regrole
        loop
            execute format('alter table %s owner to musicmuse_owner', handed_over);
            execute format('grant select, insert, update, delete on %s to musicmuse', handed_over);
        end loop;
    end if;
end
$$;
