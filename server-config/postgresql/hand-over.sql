-- Brings a database that an older prepare.sql prepared to what the newest one makes; prepare.sql itself ends with it. Makes
-- the roles that are missing. Where the role musicmuse owned anything, that goes to musicmuse_owner, and musicmuse keeps its
-- rights on rows. Run it as a superuser, with MusicMuse stopped:
--
--   psql --dbname musicmuse --set ON_ERROR_STOP=1 --file hand-over.sql
--
-- New roles have no password, so nobody gets in as one: give one to musicmuse_owner, and to those others that you use, by
-- psql's command \password. Where everything is as it should be it changes nothing.

do $$
declare
    handed_over text;
begin
    if not exists (select from pg_roles where rolname = 'musicmuse_owner') then
        create role musicmuse_owner login;
    end if;
    -- What these two may do with the tables, the application says when it starts.
    if not exists (select from pg_roles where rolname = 'musicmuse_retention') then
        create role musicmuse_retention login;
    end if;
    if not exists (select from pg_roles where rolname = 'musicmuse_reader') then
        create role musicmuse_reader login;
    end if;
    -- Reads all there is, for dumps, and copies the whole server, for base backups; changes nothing.
    if not exists (select from pg_roles where rolname = 'musicmuse_backup') then
        create role musicmuse_backup login replication;
        grant pg_read_all_data to musicmuse_backup;
    end if;
    execute format('alter database %I owner to musicmuse_owner', current_database());
    execute format(
        'grant connect on database %I to musicmuse, musicmuse_retention, musicmuse_reader, musicmuse_backup',
        current_database());

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
