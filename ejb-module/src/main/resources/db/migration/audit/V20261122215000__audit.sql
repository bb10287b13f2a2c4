-- The audit log (docs/adr/0009). The application adds rows; nobody changes one. Personal values are in tables of their
-- own: entries hold only HMACs of them, so that erasure leaves the chain whole.

-- Whom an entry is about: entries know the pseudonym, HMAC-SHA-256(salt, account id). Without this row it leads to nobody.
create table musicmuse.audit_subject (
    account_id uuid primary key,
    salt       bytea not null,
    pseudonym  text  not null unique
);

create table musicmuse.audit_entry (
    id            uuid primary key,
    occurred_at   timestamptz not null,
    action        text        not null,
    outcome       text        not null,
    actor         text,
    object_type   text        not null,
    object_id     text        not null,
    details       text        not null,
    -- name:hex of HMAC-SHA-256(salt, value) of each row in audit_personal, in the order of the names
    commitments   text        not null
);

create index audit_entry_time on musicmuse.audit_entry (occurred_at, id);
create index audit_entry_actor on musicmuse.audit_entry (actor, occurred_at) where actor is not null;
create index audit_entry_object on musicmuse.audit_entry (object_id, occurred_at) where object_id <> '';

create table musicmuse.audit_personal (
    entry_id     uuid    not null,
    name         text    not null,
    salt         bytea   not null,
    value        text    not null,
    -- where a security event came from: stays its year (A6)
    for_security boolean not null,
    primary key (entry_id, name)
);

create index audit_personal_value on musicmuse.audit_personal using hash (value);

-- What waits for its seal. A list of work, not part of the log: an entry missing here is found by the verification.
create table musicmuse.audit_unsealed (
    entry_id  uuid primary key,
    queued_at timestamptz not null default now()
);

-- The chain: hash = HMAC-SHA-256(key, seq, hash before, time, digest), digest = HMAC-SHA-256(key, the entry's fields).
-- The database's clock says when: the application cannot make a seal look older than it is.
create table musicmuse.audit_seal (
    seq       bigint primary key,
    entry_id  uuid        not null unique,
    digest    bytea       not null,
    key_id    text        not null,
    hash      bytea       not null,
    sealed_at timestamptz not null default now()
);

-- The header of a month, made when it is over. Stays when the month's seals go, and joins what is left of the chain.
create table musicmuse.audit_segment (
    first_seq      bigint primary key,
    last_seq       bigint      not null unique,
    month          text        not null,
    entries        bigint      not null,
    first_sealed_at timestamptz not null,
    last_sealed_at timestamptz not null,
    root           bytea       not null,
    previous_root  bytea       not null,
    key_id         text        not null,
    mac            bytea       not null
);

revoke all on musicmuse.audit_subject, musicmuse.audit_entry, musicmuse.audit_personal, musicmuse.audit_seal,
    musicmuse.audit_segment, musicmuse.audit_unsealed from "${applicationRole}";
grant select, insert on musicmuse.audit_subject, musicmuse.audit_entry, musicmuse.audit_personal, musicmuse.audit_segment
    to "${applicationRole}";
grant select, insert (seq, entry_id, digest, key_id, hash) on musicmuse.audit_seal to "${applicationRole}";
grant select, delete, insert (entry_id) on musicmuse.audit_unsealed to "${applicationRole}";

-- Ends what is older than a year (R39): entries with their personal values, and the seals of months that are over a year
-- old as a whole. Refuses anything younger, whoever asks. Returns how many entries went.
create function musicmuse.audit_expire(sealed_before timestamptz) returns bigint
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
    delete from musicmuse.audit_personal p
        using musicmuse.audit_seal s
        where s.entry_id = p.entry_id and s.sealed_at < sealed_before;
    delete from musicmuse.audit_entry e
        using musicmuse.audit_seal s
        where s.entry_id = e.id and s.sealed_at < sealed_before;
    get diagnostics gone = row_count;
    delete from musicmuse.audit_seal s
        using musicmuse.audit_segment m
        where s.seq between m.first_seq and m.last_seq and m.last_sealed_at < sealed_before;
    return gone;
end
$$;

-- Ends who an account was (A6): its pseudonym leads to nobody afterwards, and the personal values of entries by it, on it
-- or with one of its addresses go, but for where security events came from. Returns how many rows went.
create function musicmuse.audit_forget(account uuid, addresses text[]) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    its_pseudonym text;
    gone_values bigint;
    gone_subjects bigint;
begin
    select pseudonym into its_pseudonym from musicmuse.audit_subject where account_id = account;
    delete from musicmuse.audit_personal p
        where not p.for_security
          and (p.value = any (addresses)
            or p.entry_id in (
                select e.id from musicmuse.audit_entry e where e.actor = its_pseudonym
                union all
                select e.id from musicmuse.audit_entry e where e.object_id = its_pseudonym));
    get diagnostics gone_values = row_count;
    delete from musicmuse.audit_subject where account_id = account;
    get diagnostics gone_subjects = row_count;
    return gone_values + gone_subjects;
end
$$;

grant execute on function musicmuse.audit_expire(timestamptz), musicmuse.audit_forget(uuid, text[])
    to "${applicationRole}";
