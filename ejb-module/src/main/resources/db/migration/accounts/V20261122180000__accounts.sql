create table musicmuse.account (
    id            uuid primary key,
    version       bigint      not null,
    email         text        not null unique check (email = lower(email)),
    display_name  text        not null,
    password_hash text        not null,
    created_at    timestamptz not null
);

create table musicmuse.account_role (
    account_id uuid not null references musicmuse.account (id) on delete cascade,
    role       text not null,
    primary key (account_id, role)
);
