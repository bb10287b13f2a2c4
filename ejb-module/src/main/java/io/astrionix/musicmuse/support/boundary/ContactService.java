package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.accounts.boundary.AccountDirectory;
import io.astrionix.musicmuse.accounts.boundary.KnownAccount;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.support.control.Conversation;
import io.astrionix.musicmuse.support.entity.Sender;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * Takes messages to the operator. Open to all: also to people without an account, and to those who cannot use theirs
 * (R61, R80, A22).
 */
@Stateless
@PermitAll
public class ContactService {

    private Conversation conversation;
    private AccountDirectory accounts;
    private RequestLimits limits;

    public ContactService() {} // required by the EJB proxy

    @Inject
    public ContactService(Conversation conversation, AccountDirectory accounts, RequestLimits limits) {
        this.conversation = conversation;
        this.accounts = accounts;
        this.limits = limits;
    }

    /**
     * Keeps the message of somebody who is not signed in; it belongs to the account that has the address, if there is one
     * (A7). Sent twice, it is kept once.
     *
     * @return the number to ask by
     * @throws TooManyMessagesException if the network, or the address the acknowledgement goes to, had its turns
     */
    public String send(@NotNull @Valid ContactCommand command) {
        var email = AccountDirectory.canonical(command.email());
        if (!limits.tryTake(Limit.CONTACT) || !limits.tryTake(Limit.CONTACT, "message of " + email)) {
            throw new TooManyMessagesException();
        }
        var owner = accounts.ofVerifiedEmail(email).map(KnownAccount::id);
        var sender = new Sender(command.name().strip(), email, command.language(), false);
        return conversation.begin(command.category(), sender, owner, command.message());
    }

    /**
     * Keeps the message of whoever is signed in, with name and address of the account. Sent twice, it is kept once.
     *
     * @return the number to ask by
     * @throws jakarta.ejb.EJBAccessException if nobody is signed in
     * @throws TooManyMessagesException if the account had its turns
     */
    public String sendAsCaller(@NotNull MessageCategory category, @NotNull @MessageText String message) {
        var caller = accounts.caller();
        if (!limits.tryTake(Limit.CONTACT, "message of " + caller.id())) {
            throw new TooManyMessagesException();
        }
        var sender = new Sender(caller.displayName(), caller.email(), caller.language(), true);
        return conversation.begin(category, sender, Optional.of(caller.id()), message);
    }
}
