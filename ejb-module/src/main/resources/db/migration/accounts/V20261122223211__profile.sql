create table musicmuse.account_profile (
    account_id    uuid primary key references musicmuse.account (id) on delete cascade,
    version       bigint not null,
    instrument_id text,
    bio           text,
    skill_level   text,
    page_look     text   not null
);

create table musicmuse.account_interest (
    account_id uuid not null references musicmuse.account_profile (account_id) on delete cascade,
    region     text not null,
    primary key (account_id, region)
);

-- A JPEG of at most some 50 kB, made by the application of what was uploaded.
create table musicmuse.account_avatar (
    account_id uuid primary key references musicmuse.account (id) on delete cascade,
    picture    bytea       not null check (length(picture) <= 262144),
    changed_at timestamptz not null
);
