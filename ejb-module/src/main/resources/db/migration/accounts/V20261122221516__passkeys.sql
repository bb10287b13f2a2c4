create table musicmuse.passkey (
    id              uuid primary key,
    account_id      uuid        not null references musicmuse.account (id) on delete cascade,
    credential_id   text        not null unique,
    credential_data text        not null,
    sign_count      bigint      not null,
    synced          boolean     not null,
    name            text        not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz
);

create index passkey_account on musicmuse.passkey (account_id);
