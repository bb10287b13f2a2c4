package io.astrionix.musicmuse.web.support;

import io.astrionix.musicmuse.support.boundary.MessageText;
import io.astrionix.musicmuse.support.boundary.ThreadByLink;
import io.astrionix.musicmuse.support.boundary.ThreadView;
import io.astrionix.musicmuse.web.accounts.LinkToken;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Backs message.xhtml: a thread for whoever has the link of a mail. Opening the page changes nothing. */
@Named
@RequestScoped
public class MessageBacking {

    private static final String TOKEN = "[A-Za-z0-9_-]{1,100}";

    @Inject
    private ThreadByLink threads;

    @Inject
    private LinkToken token;

    @MessageText
    private String text;

    private ThreadView thread;

    @PostConstruct
    void open() {
        thread =
                token.getValue().matches(TOKEN) ? threads.open(token.getValue()).orElse(null) : null;
    }

    /** Action: adds a message. */
    public String answer() {
        if (thread == null || !threads.answer(token.getValue(), text)) {
            return "/message.xhtml?faces-redirect=true";
        }
        return "/message.xhtml?faces-redirect=true&sent=yes&token=" + token.getValue();
    }

    /** Null where the link does not work. */
    public ThreadView getThread() {
        return thread;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
