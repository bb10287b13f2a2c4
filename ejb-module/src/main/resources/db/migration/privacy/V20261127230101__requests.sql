-- What people ask for about their data. Says nothing but a keyed hash of whose request it is: that stays as proof.
create table musicmuse.data_request (
    id              uuid primary key,
    version         bigint      not null,
    kind            text        not null,
    channel         text        not null,
    state           text        not null,
    person_hash     text        not null,
    received_at     timestamptz not null,
    asked_at        timestamptz not null,
    acknowledged_at timestamptz,
    verified_at     timestamptz,
    cool_off_until  timestamptz,
    due_at          timestamptz not null,
    steps_done      integer     not null,
    alarm           text,
    breached_at     timestamptz,
    closed_at       timestamptz,
    answer          text        not null,
    link_hash       text unique,
    busy_until      timestamptz
);

create index data_request_open on musicmuse.data_request (id) where closed_at is null;
create index data_request_closed on musicmuse.data_request (closed_at) where closed_at is not null;
create index data_request_person_hash on musicmuse.data_request (person_hash);

-- Who it is and where the answers go; goes when the request is answered. Without a foreign key to the account: the last
-- mail goes out after the account is gone.
create table musicmuse.data_request_person (
    request_id  uuid primary key references musicmuse.data_request (id) on delete cascade,
    account_id  uuid        not null,
    email       text        not null,
    person_name text        not null,
    language    text        not null,
    note        text        not null,
    received_at timestamptz not null
);

create index data_request_person_account on musicmuse.data_request_person (account_id);

create table musicmuse.data_request_step (
    id         uuid primary key,
    request_id uuid        not null references musicmuse.data_request (id) on delete cascade,
    step       text        not null,
    done_at    timestamptz not null,
    unique (request_id, step)
);

-- The file that answers a request; it is outside the database, encrypted.
create table musicmuse.export_file (
    request_id uuid primary key references musicmuse.data_request (id) on delete cascade,
    account_id uuid        not null references musicmuse.account (id) on delete cascade,
    bytes      bigint      not null,
    made_at    timestamptz not null
);

create index export_file_account on musicmuse.export_file (account_id);
create index export_file_made on musicmuse.export_file (made_at);
