-- Accounts made before this version belong to adults whose email an operator vouched for.
alter table musicmuse.account
    add column status            text        not null default 'ACTIVE',
    add column language          text        not null default 'en',
    add column email_verified_at timestamptz,
    add column age_state         text        not null default 'ADULT',
    add column adult_from        date,
    add column guardian_due_at   timestamptz;

create table musicmuse.one_time_token (
    id         uuid primary key,
    token_use  text        not null,
    account_id uuid references musicmuse.account (id) on delete cascade,
    token_hash text        not null unique,
    payload    text,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create index one_time_token_account on musicmuse.one_time_token (account_id, token_use);
