package io.astrionix.musicmuse.inserver.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Tells a test whether a transaction is open. */
@ApplicationScoped
public class Transactions {

    @Resource
    private TransactionSynchronizationRegistry registry;

    /** Whether the caller's thread has one. */
    public boolean isOpen() {
        return registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }
}
