package io.astrionix.musicmuse.web.support;

import io.astrionix.musicmuse.support.boundary.MessageText;
import io.astrionix.musicmuse.support.boundary.OwnThreads;
import io.astrionix.musicmuse.support.boundary.ThreadNotFoundException;
import io.astrionix.musicmuse.support.boundary.ThreadView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;

/** Backs account/message.xhtml: one of the own threads. */
@Named
@ViewScoped
public class OwnMessageBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private OwnThreads own;

    private String id;
    private ThreadView thread;

    @MessageText
    private String text;

    /** View action: "not there" and "not yours" are the same answer. */
    public void open() throws IOException {
        try {
            thread = own.thread(NotFound.id(id));
        } catch (ThreadNotFoundException notThere) {
            NotFound.answer();
        }
    }

    /** Action: adds a message. */
    public String answer() {
        own.answer(thread.id(), text);
        return "/account/message.xhtml?faces-redirect=true&sent=yes&id=" + thread.id();
    }

    public ThreadView getThread() {
        return thread;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
