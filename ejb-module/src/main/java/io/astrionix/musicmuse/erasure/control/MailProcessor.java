package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.accounts.boundary.AccountEnding;
import io.astrionix.musicmuse.erasure.boundary.Processor;
import io.astrionix.musicmuse.notification.boundary.WaitingMails;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * Mails: those that wait, and those that were sent, go from the outbox, whoever they were about, and with them links that
 * were sent to the address. What the mail provider keeps of its deliveries ends by its own contract.
 */
@Dependent
public class MailProcessor implements Processor {

    private WaitingMails mails;
    private AccountEnding accounts;

    public MailProcessor() {} // required by CDI beside the constructor below

    @Inject
    public MailProcessor(WaitingMails mails, AccountEnding accounts) {
        this.mails = mails;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public Optional<String> reference(AccountId account, Set<String> addresses) {
        return addresses.stream().findFirst();
    }

    @Override
    public Answer erase(String reference) {
        mails.forget(reference);
        accounts.forgetLinks(reference);
        return Answer.DONE;
    }
}
