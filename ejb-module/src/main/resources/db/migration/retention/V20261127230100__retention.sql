-- The retention engine (docs/adr/0016): who may not be deleted, what each run was to do, and what it did.

create table musicmuse.retention_hold (
    id               uuid primary key,
    version          bigint      not null,
    kind             text        not null check (kind in ('LEGAL', 'RESTRICTION')),
    scope            text        not null check (scope in ('RECORD', 'CATEGORY', 'PERSON')),
    table_name       text,
    record_id        text,
    category         text,
    account_id       uuid,
    reason           text        not null,
    owner_id         uuid        not null,
    review_on        date        not null,
    placed_by        uuid        not null,
    placed_at        timestamptz not null,
    release_asked_by uuid,
    release_asked_at timestamptz,
    released_by      uuid,
    released_at      timestamptz,
    check ((scope = 'RECORD') = (table_name is not null) and (scope = 'RECORD') = (record_id is not null)),
    check ((scope = 'CATEGORY') = (category is not null)),
    check ((scope = 'PERSON') = (account_id is not null)),
    check ((released_by is null) = (released_at is null))
);

create index retention_hold_record on musicmuse.retention_hold (table_name, record_id)
    where scope = 'RECORD' and released_at is null;
create index retention_hold_person on musicmuse.retention_hold (account_id)
    where scope = 'PERSON' and released_at is null;
create index retention_hold_released on musicmuse.retention_hold (released_at, id);

-- Says nothing about anybody, as everything below.
create table musicmuse.retention_run (
    id           uuid primary key,
    kind         text        not null check (kind in ('PURGE', 'DRY')),
    -- what asked for it: the schedule, the console, the command line
    asked_by     text        not null,
    -- ids of rules, in a row; all where it is empty
    rules        text        not null default '',
    state        text        not null default 'REQUESTED'
        check (state in ('REQUESTED', 'RUNNING', 'DONE', 'EXCEPTIONS', 'REFUSED', 'FAILED')),
    requested_at timestamptz not null default clock_timestamp(),
    as_of        timestamptz,
    started_at   timestamptz,
    ended_at     timestamptz,
    lease_until  timestamptz,
    execution_id bigint,
    starts       integer     not null default 0,
    note         text        not null default '',
    report       text,
    signature    text
);

-- One at a time, on all nodes together.
create unique index retention_run_running on musicmuse.retention_run ((true)) where state = 'RUNNING';
create index retention_run_newest on musicmuse.retention_run (requested_at desc);

create table musicmuse.retention_rule_run (
    run_id      uuid    not null references musicmuse.retention_run (id) on delete cascade,
    rule_id     text    not null,
    state       text    not null check (state in ('PLANNED', 'DONE', 'EXCEPTIONS', 'STOPPED', 'PAUSED')),
    -- rows in its tables, and of them due and not held when the run was planned
    total       bigint  not null,
    due         bigint  not null,
    held        bigint  not null,
    oldest_due  timestamptz,
    removed     bigint  not null default 0,
    left_over   bigint  not null default 0,
    quarantined bigint  not null default 0,
    stop_reason text,
    approved_at timestamptz,
    millis      bigint  not null default 0,
    primary key (run_id, rule_id)
);

create index retention_rule_run_rule on musicmuse.retention_rule_run (rule_id);

create table musicmuse.retention_range (
    id         uuid primary key,
    run_id     uuid        not null references musicmuse.retention_run (id) on delete cascade,
    position   integer     not null,
    rule_id    text        not null,
    table_name text        not null,
    clock      text        not null,
    -- rows whose clock is from first_at up to, and without, before_at
    first_at   timestamptz not null,
    before_at  timestamptz not null,
    unique (run_id, position)
);

-- What a transaction deleted, written by that transaction. keys_hash: SHA-256 of the sorted HMACs of the rows' keys.
create table musicmuse.retention_evidence (
    id         bigint generated always as identity primary key,
    run_id     uuid        not null references musicmuse.retention_run (id),
    range_id   uuid,
    rule_id    text        not null,
    table_name text        not null,
    removed    bigint      not null check (removed > 0),
    keys_hash  text        not null,
    removed_at timestamptz not null default clock_timestamp()
);

create index retention_evidence_run on musicmuse.retention_evidence (run_id, rule_id);

create table musicmuse.retention_quarantine (
    id         uuid primary key,
    rule_id    text        not null,
    table_name text        not null,
    row_key    text        not null,
    reason     text        not null,
    tries      integer     not null,
    failed_at  timestamptz not null,
    unique (table_name, row_key)
);

create table musicmuse.retention_pause (
    rule_id   text primary key,
    reason    text        not null,
    paused_at timestamptz not null
);

-- Evidence is added, never changed.
revoke update, delete, truncate on musicmuse.retention_evidence from "${applicationRole}";

-- The engine goes through a table by the rule's clock.
create index outbox_mail_retention on musicmuse.outbox_mail (queued_at, id);
create index one_time_token_retention on musicmuse.one_time_token (expires_at, id);
create index sign_in_retention on musicmuse.sign_in (created_at, id);
create index consent_proof_retention on musicmuse.consent_proof (ended_at, id) where ended_at is not null;
create index request_allowance_retention on musicmuse.request_allowance (used_until, id);
create index practice_session_abandoned on musicmuse.practice_session (started_at, id) where completed_at is null;
create index account_guardian_due on musicmuse.account (guardian_due_at, id) where guardian_due_at is not null;
create index account_verify_due on musicmuse.account (verify_due_at, id) where verify_due_at is not null;
