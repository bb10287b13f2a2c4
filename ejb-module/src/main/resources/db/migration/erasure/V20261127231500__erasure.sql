-- What is erased of whom, step by step (docs/adr/0018). An erasure knows the account's id as long as it runs, and a keyed
-- hash of it from then on. Its id is that of the request for it, if there is one.

create table musicmuse.erasure (
    id           uuid primary key,
    kind         text        not null check (kind in ('REQUEST', 'RULE', 'REPLAY')),
    account_id   uuid unique,
    account_hash text        not null,
    map_hash     text        not null,
    state        text        not null default 'RUNNING' check (state in ('RUNNING', 'AWAITING', 'KEPT', 'DONE')),
    begun_at     timestamptz not null,
    done_at      timestamptz,
    ledger_end   bigint,
    check ((state = 'DONE') = (done_at is not null)),
    check ((state = 'DONE') = (account_id is null))
);

create index erasure_done on musicmuse.erasure (done_at, id);

-- The frozen plan, and what each step did.
create table musicmuse.erasure_step (
    erasure_id  uuid    not null references musicmuse.erasure (id) on delete cascade,
    step        integer not null,
    verb        text    not null,
    table_name  text    not null,
    column_name text    not null,
    -- rows deleted or changed; rows that stay
    touched     bigint,
    kept        bigint,
    -- whether those stay because somebody holds them
    held        boolean,
    done_at     timestamptz,
    primary key (erasure_id, step),
    unique (erasure_id, verb, table_name, column_name)
);

-- Those who work for the operator and have to erase, too. reference: by what they know somebody, until they have.
create table musicmuse.erasure_leg (
    erasure_id  uuid        not null references musicmuse.erasure (id) on delete cascade,
    processor   text        not null,
    reference   text,
    tries       integer     not null default 0,
    next_try_at timestamptz not null,
    -- what came of the last try; never what was sent
    answer      text        not null default '',
    done_at     timestamptz,
    primary key (erasure_id, processor),
    check ((reference is null) = (done_at is not null))
);

-- How far the ledger outside the database had come: a database that is behind it was restored.
create table musicmuse.erasure_mark (
    only_one boolean primary key default true check (only_one),
    seq      bigint not null
);

insert into musicmuse.erasure_mark (seq) values (0);
