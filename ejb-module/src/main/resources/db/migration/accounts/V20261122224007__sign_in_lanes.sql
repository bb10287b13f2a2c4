-- Counters of wrong passwords. The id is a keyed hash of email and lane: nothing here says who it is about.
create table musicmuse.sign_in_lane (
    id              text primary key,
    recent_failures text        not null,
    consecutive     integer     not null,
    locks           integer     not null,
    locked_until    timestamptz,
    closed_at       timestamptz,
    last_failed_at  timestamptz not null
);

-- Wrong passwords from one network (/24, /48), for each account tried; both as keyed hashes.
create table musicmuse.sign_in_network (
    id             text primary key,
    network        text        not null,
    failures       integer     not null,
    last_failed_at timestamptz not null
);

create index sign_in_network_recent on musicmuse.sign_in_network (network, last_failed_at);

-- A browser that an account has signed in from. One browser may be known to several accounts.
create table musicmuse.known_device (
    id            uuid primary key,
    account_id    uuid        not null references musicmuse.account (id) on delete cascade,
    browser_id    uuid        not null,
    device        text        not null,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    unique (account_id, browser_id)
);
