create table musicmuse.authenticator_app (
    id           uuid primary key,
    account_id   uuid        not null references musicmuse.account (id) on delete cascade,
    key_id       text        not null,
    sealed_seed  text        not null,
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null
);

-- One that counts, and one that waits for its first code.
create unique index authenticator_app_account on musicmuse.authenticator_app (account_id, (confirmed_at is not null));

create table musicmuse.recovery_code (
    id         uuid primary key,
    account_id uuid        not null references musicmuse.account (id) on delete cascade,
    code_hash  text        not null,
    created_at timestamptz not null,
    unique (account_id, code_hash)
);

create table musicmuse.second_factor_tries (
    account_id uuid primary key references musicmuse.account (id) on delete cascade,
    since      timestamptz not null,
    tries      integer     not null
);
