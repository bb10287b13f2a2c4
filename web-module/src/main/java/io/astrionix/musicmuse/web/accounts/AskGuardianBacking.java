package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.AskGuardian;
import io.astrionix.musicmuse.accounts.boundary.EmailAddress;
import io.astrionix.musicmuse.accounts.boundary.GuardianQuestion;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotNull;

/** Backs ask-guardian.xhtml: a minor names a guardian. */
@Named
@RequestScoped
public class AskGuardianBacking {

    @Inject
    private AskGuardian guardians;

    @Inject
    private LinkToken token;

    private GuardianQuestion question;

    @NotNull(message = "{io.astrionix.musicmuse.EmailAddress}")
    @EmailAddress
    private String email;

    @PostConstruct
    void open() {
        question = guardians.open(token.getValue()).orElse(null);
        email = question == null ? null : question.asked().orElse(null);
    }

    /** Action: sends the question to the guardian. */
    public String ask() {
        var page = "/ask-guardian.xhtml?faces-redirect=true&token=" + token.getValue();
        return guardians.ask(token.getValue(), email) ? page + "&sent=yes" : page;
    }

    /** Null where the link does not work. */
    public GuardianQuestion getQuestion() {
        return question;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
