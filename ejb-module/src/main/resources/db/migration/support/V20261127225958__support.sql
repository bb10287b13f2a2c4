-- The number that people quote; of messages and reports alike, so that none is there twice.
create sequence musicmuse.support_reference;

-- account_id: whose message it is, so that it goes with the account (A7); null where none has the address.
create table musicmuse.support_thread (
    id              uuid primary key,
    version         bigint      not null,
    reference       text        not null unique,
    category        text        not null check (category in ('PRIVACY', 'CHILD', 'ABUSE', 'BILLING', 'OTHER')),
    status          text        not null check (status in ('OPEN', 'ANSWERED', 'CLOSED')),
    urgent          boolean     not null,
    sender_name     text        not null,
    sender_email    text        not null,
    language        text        not null,
    signed_in       boolean     not null,
    account_id      uuid references musicmuse.account (id) on delete cascade,
    -- a colleague who leaves leaves the thread to the others
    assigned_to     uuid references musicmuse.account (id) on delete set null,
    opened_at       timestamptz not null,
    due_at          timestamptz not null,
    last_message_at timestamptz not null
);

create index support_thread_desk on musicmuse.support_thread (status, urgent desc, due_at, id);
create index support_thread_account on musicmuse.support_thread (account_id);
create index support_thread_sender on musicmuse.support_thread (sender_email, last_message_at);
create index support_thread_assigned on musicmuse.support_thread (assigned_to);
create index support_thread_retention on musicmuse.support_thread (last_message_at, id);

create table musicmuse.support_message (
    thread_id uuid        not null references musicmuse.support_thread (id) on delete cascade,
    position  integer     not null,
    author    text        not null check (author in ('SENDER', 'STAFF')),
    sent_at   timestamptz not null,
    body      text        not null,
    primary key (thread_id, position)
);

-- The link of the newest mail about a thread; of its token only the hash is kept.
create table musicmuse.support_link (
    id         uuid primary key,
    thread_id  uuid        not null unique references musicmuse.support_thread (id) on delete cascade,
    token_hash text        not null unique,
    expires_at timestamptz not null
);

create index support_link_retention on musicmuse.support_link (expires_at, id);

-- Without foreign keys to accounts: a report outlives reporter and reported.
create table musicmuse.abuse_report (
    id          uuid primary key,
    version     bigint      not null,
    reference   text        not null unique,
    reporter_id uuid        not null,
    kind        text        not null check (kind in ('PERSON', 'CONTENT', 'SAFETY', 'FRAUD', 'OTHER')),
    about       text        not null,
    body        text        not null,
    reported_at timestamptz not null,
    due_at      timestamptz not null,
    accused_id  uuid,
    closed_at   timestamptz
);

create index abuse_report_desk on musicmuse.abuse_report (due_at, id) where closed_at is null;
create index abuse_report_reporter on musicmuse.abuse_report (reporter_id);
create index abuse_report_retention on musicmuse.abuse_report (closed_at, id) where closed_at is not null;

create table musicmuse.abuse_action (
    report_id uuid        not null references musicmuse.abuse_report (id) on delete cascade,
    position  integer     not null,
    action    text        not null check (action in ('NOTE', 'WARNING', 'LOCK', 'DISMISSAL', 'CLOSING')),
    actor_id  uuid        not null,
    reason    text        not null,
    taken_at  timestamptz not null,
    primary key (report_id, position)
);
