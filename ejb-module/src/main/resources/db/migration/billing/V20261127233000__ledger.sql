-- The ledger that payments will be written to (R38): who paid is a pseudonym, an account only as long as there is one.
create table musicmuse.billing_customer (
    id                  uuid primary key,
    account_id          uuid unique,
    -- of the newest entry, refunds too: the seven years of everything the customer ever paid count from here
    last_transaction_at timestamptz
);

create table musicmuse.ledger_entry (
    id          uuid primary key,
    customer_id uuid        not null references musicmuse.billing_customer (id) on delete cascade,
    type        text        not null check (type in ('CHARGE', 'REFUND', 'DISPUTE', 'FEE')),
    minor_units bigint      not null,
    currency    text        not null check (currency ~ '^[A-Z]{3}$'),
    occurred_at timestamptz not null
);

create index ledger_entry_customer on musicmuse.ledger_entry (customer_id, occurred_at);
create index billing_customer_retention on musicmuse.billing_customer (last_transaction_at, id);

-- Entries are added, never changed; they go with their customer.
revoke update, delete, truncate on musicmuse.ledger_entry from "${applicationRole}";
revoke update on musicmuse.billing_customer from "${applicationRole}";
grant update (account_id) on musicmuse.billing_customer to "${applicationRole}";

create function musicmuse.ledger_entry_extends() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    update musicmuse.billing_customer
        set last_transaction_at = greatest(last_transaction_at, new.occurred_at)
        where id = new.customer_id;
    return null;
end
$$;

create trigger ledger_entry_extends
    after insert on musicmuse.ledger_entry
    for each row execute function musicmuse.ledger_entry_extends();
