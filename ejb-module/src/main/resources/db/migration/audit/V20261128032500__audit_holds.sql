-- What somebody holds (A10) stays in the audit log too, however old it is.

-- Holds on the entry, on a category that the log has data of (held to the data map by a test), on whoever did it and on
-- whom it was done to.
create function musicmuse.audit_is_held(entry uuid, actor text, object_id text) returns boolean
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select exists (
        select from musicmuse.retention_hold h
        where h.released_at is null
          and (h.scope = 'RECORD' and h.table_name = 'audit_entry' and h.record_id = entry::text
            or h.scope = 'CATEGORY' and h.category in ('NETWORK', 'SECURITY_LOG')
            or h.scope = 'PERSON' and exists (
                select from musicmuse.audit_subject s
                where s.account_id = h.account_id and s.pseudonym in (actor, object_id))))
$$;

-- As before, but for what is held: its entry, the personal values of it, and the seals of its month, without which nobody
-- could prove it.
create or replace function musicmuse.audit_expire(sealed_before timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    gone bigint;
begin
    if sealed_before is null or sealed_before > now() - interval '1 year' then
        raise exception 'The audit log keeps everything for one year' using errcode = 'invalid_parameter_value';
    end if;
    perform pg_advisory_xact_lock_shared(hashtext('musicmuse holds'));
    delete from musicmuse.audit_personal p
        using musicmuse.audit_seal s, musicmuse.audit_entry e
        where s.entry_id = p.entry_id and e.id = p.entry_id and s.sealed_at < sealed_before
          and not musicmuse.audit_is_held(e.id, e.actor, e.object_id);
    delete from musicmuse.audit_entry e
        using musicmuse.audit_seal s
        where s.entry_id = e.id and s.sealed_at < sealed_before
          and not musicmuse.audit_is_held(e.id, e.actor, e.object_id);
    get diagnostics gone = row_count;
    delete from musicmuse.audit_seal s
        using musicmuse.audit_segment m
        where s.seq between m.first_seq and m.last_seq and m.last_sealed_at < sealed_before
          and not exists (
            select from musicmuse.audit_seal k join musicmuse.audit_entry e on e.id = k.entry_id
            where k.seq between m.first_seq and m.last_seq);
    return gone;
end
$$;

-- What is held is counted by the application.
grant execute on function musicmuse.audit_is_held(uuid, text, text) to "${applicationRole}";
