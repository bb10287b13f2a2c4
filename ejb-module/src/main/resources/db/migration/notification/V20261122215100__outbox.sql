create table musicmuse.outbox_mail (
    id              uuid primary key,
    mail_key        text        not null unique,
    template        text        not null,
    account_id      uuid references musicmuse.account (id) on delete cascade,
    recipient       text        not null,
    language        text        not null,
    -- JSON; names and links, so empty once the mail is sent
    template_values text        not null,
    state           text        not null default 'QUEUED' check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED')),
    attempts        integer     not null default 0,
    -- of a mail that a worker has: when its lease ends
    next_try_at     timestamptz not null,
    last_error      text,
    queued_at       timestamptz not null,
    sent_at         timestamptz
);

create index outbox_mail_due on musicmuse.outbox_mail (next_try_at) where state in ('QUEUED', 'SENDING');
create index outbox_mail_newest on musicmuse.outbox_mail (queued_at desc, id);
create index outbox_mail_account on musicmuse.outbox_mail (account_id);
