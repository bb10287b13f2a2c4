package io.astrionix.musicmuse.web.support;

import io.astrionix.musicmuse.shared.Operator;
import io.astrionix.musicmuse.support.boundary.ContactService;
import io.astrionix.musicmuse.support.boundary.MessageCategory;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Backs contact.xhtml. Each post ends with a redirect, so that going back or loading again posts nothing twice. */
@Named
@RequestScoped
public class ContactBacking {

    @Inject
    private ContactService contact;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Operator operator;

    private final ContactForm form = new ContactForm();

    /** Action: sends the message. */
    public String send() {
        var reference = signedIn.isPresent()
                ? contact.sendAsCaller(form.getCategory(), form.getMessage())
                : contact.send(form.toCommand(Messages.locale()));
        return "/contact.xhtml?faces-redirect=true&sent=" + reference;
    }

    public ContactForm getForm() {
        return form;
    }

    public MessageCategory[] getCategories() {
        return MessageCategory.values();
    }

    public Operator getOperator() {
        return operator;
    }

    /** For those who write about a child. */
    public int getWorkingDays() {
        return MessageCategory.CHILD.answerTime().days();
    }

    /** What was sent before, by the address of the page; empty where it is no number of ours. */
    public String getSent() {
        return SentReference.ofRequest();
    }
}
