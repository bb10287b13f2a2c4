create table musicmuse.outbox_mail (
    id              uuid primary key,
    mail_key        text        not null unique,
    template        text        not null,
    account_id      uuid references musicmuse.account (id) on delete cascade,
    recipient       text        not null,
    language        text        not null,
    template_values text        not null,
    queued_at       timestamptz not null
);
