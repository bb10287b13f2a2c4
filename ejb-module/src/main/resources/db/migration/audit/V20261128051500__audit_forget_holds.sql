-- What somebody holds is not forgotten by an erasure either (A10): as before, but for the values of held entries, and for
-- the row that leads from a held person, or from somebody with a held entry, to the entries. The erasure comes back for it.
create or replace function musicmuse.audit_forget(account uuid, addresses text[]) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    its_pseudonym text;
    gone_values bigint;
    gone_subjects bigint;
begin
    perform pg_advisory_xact_lock_shared(hashtext('musicmuse holds'));
    select pseudonym into its_pseudonym from musicmuse.audit_subject where account_id = account;
    delete from musicmuse.audit_personal p
        where not p.for_security
          and (p.value = any (addresses)
            or p.entry_id in (
                select e.id from musicmuse.audit_entry e where e.actor = its_pseudonym
                union all
                select e.id from musicmuse.audit_entry e where e.object_id = its_pseudonym))
          and not exists (
            select from musicmuse.audit_entry e
            where e.id = p.entry_id and musicmuse.audit_is_held(e.id, e.actor, e.object_id));
    get diagnostics gone_values = row_count;
    delete from musicmuse.audit_subject s
        where s.account_id = account
          and not exists (
            select from musicmuse.retention_hold h
            where h.released_at is null
              and (h.scope = 'PERSON' and h.account_id = account
                or h.scope = 'RECORD' and h.table_name = 'audit_subject' and h.record_id = account::text
                or h.scope = 'CATEGORY' and h.category = 'SECURITY_LOG'))
          and not exists (
            select from musicmuse.audit_entry e
            where its_pseudonym in (e.actor, e.object_id)
              and musicmuse.audit_is_held(e.id, e.actor, e.object_id));
    get diagnostics gone_subjects = row_count;
    return gone_values + gone_subjects;
end
$$;
