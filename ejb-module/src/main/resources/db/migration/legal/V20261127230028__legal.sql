create table musicmuse.legal_version (
    id               uuid primary key,
    row_version      bigint      not null,
    document         text        not null check (document in ('PRIVACY', 'COOKIES', 'TERMS', 'TRANSFER')),
    number           integer     not null check (number > 0),
    sha256           text        not null,
    found_at         timestamptz not null,
    -- null: a draft
    published_at     timestamptz,
    effective_on     date,
    material         boolean     not null default false,
    -- names with commas between them
    changed_purposes text        not null default '',
    -- of a transfer of business
    successor        text,
    -- when the last mail about it was queued
    told_at          timestamptz,
    unique (document, number),
    check ((published_at is null) = (effective_on is null)),
    check ((document = 'TRANSFER') = (successor is not null))
);

-- account_id is no foreign key: of whom the account is erased a pseudonym stays
create table musicmuse.legal_receipt (
    id           uuid primary key,
    account_id   uuid    not null,
    document     text    not null check (document in ('PRIVACY', 'COOKIES', 'TERMS', 'TRANSFER')),
    number       integer not null,
    told_at      timestamptz,
    shown_at     timestamptz,
    dismissed_at timestamptz,
    -- when the account ended
    ended_at     timestamptz,
    unique (account_id, document, number)
);

create index legal_receipt_ended on musicmuse.legal_receipt (ended_at) where ended_at is not null;

create table musicmuse.processor (
    id                 uuid primary key,
    name               text not null,
    role               text not null,
    country            text not null,
    ground             text not null
        check (ground in ('SAME_AREA', 'ADEQUACY', 'STANDARD_CLAUSES', 'NO_DATA_FROM_THERE')),
    contract_reference text not null,
    signed_on          date not null,
    -- null while the contract holds
    ended_on           date
);

-- subject_id is no foreign key: that data was handed over must be provable when the account is gone
create table musicmuse.disclosure_case (
    id          uuid primary key,
    row_version bigint      not null,
    subject_id  uuid        not null,
    authority   text        not null,
    instrument  text        not null,
    -- names of categories with commas between them
    scope       text        not null,
    opened_at   timestamptz not null,
    exported_at timestamptz,
    -- null while the case is open
    closed_at   timestamptz
);

create index disclosure_case_closed on musicmuse.disclosure_case (closed_at) where closed_at is not null;
