create table musicmuse.request_allowance (
    id         text primary key,
    limit_name text        not null,
    used_until timestamptz not null,
    refused_at timestamptz
);

create index request_allowance_used_until on musicmuse.request_allowance (used_until);
