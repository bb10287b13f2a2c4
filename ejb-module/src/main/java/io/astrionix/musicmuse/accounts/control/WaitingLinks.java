package io.astrionix.musicmuse.accounts.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Sends links again, beside the answer: which therefore takes as long whether there is an account or not. */
@Stateless
@PermitAll
public class WaitingLinks {

    private AccountRepository accounts;
    private AccountMails mails;

    public WaitingLinks() {} // required by the EJB proxy

    @Inject
    public WaitingLinks(AccountRepository accounts, AccountMails mails) {
        this.accounts = accounts;
        this.mails = mails;
    }

    /** The link that the account of this address waits for; nothing to any other address. */
    @Asynchronous
    public void send(String email) {
        accounts.findByEmail(email).ifPresent(mails::linkOfWaitingAccount);
    }
}
