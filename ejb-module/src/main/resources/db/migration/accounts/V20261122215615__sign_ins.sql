-- One row for each time somebody signed in. The HTTP session holds the id only; all nodes ask this table.
create table musicmuse.sign_in (
    id                      uuid primary key,
    account_id              uuid        not null references musicmuse.account (id) on delete cascade,
    created_at              timestamptz not null,
    last_seen_at            timestamptz not null,
    idle_seconds            integer     not null,
    absolute_end_at         timestamptz not null,
    level                   text        not null,
    credential_confirmed_at timestamptz not null,
    device                  text        not null,
    address                 text,
    ended_at                timestamptz,
    end_reason              text,
    check ((ended_at is null) = (end_reason is null))
);

create index sign_in_account on musicmuse.sign_in (account_id);
