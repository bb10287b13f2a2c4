package io.astrionix.musicmuse.web.support;

import io.astrionix.musicmuse.support.boundary.Colleague;
import io.astrionix.musicmuse.support.boundary.DeskThread;
import io.astrionix.musicmuse.support.boundary.MessageCategory;
import io.astrionix.musicmuse.support.boundary.MessageText;
import io.astrionix.musicmuse.support.boundary.SupportDesk;
import io.astrionix.musicmuse.support.boundary.ThreadNotFoundException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Backs admin/support/thread.xhtml: one thread, and what the staff does with it. */
@Named
@ViewScoped
public class DeskThreadBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private SupportDesk desk;

    private String id;
    private DeskThread found;
    private List<Colleague> colleagues;

    @MessageText
    private String text;

    private MessageCategory category;
    private UUID colleague;

    /** View action: a thread that is not there, or not for the caller, is no page. */
    public void open() throws IOException {
        try {
            found = desk.thread(NotFound.id(id));
            colleagues = desk.colleagues(NotFound.id(id));
            category = found.row().category();
        } catch (ThreadNotFoundException notThere) {
            NotFound.answer();
        }
    }

    /** Action: answers the sender. */
    public String answer() {
        desk.answer(threadId(), text);
        return samePage("answered");
    }

    /** Action: gives the thread to those who answer another category. */
    public String changeCategory() {
        return desk.changeCategory(threadId(), category)
                ? samePage("changed")
                : "/admin/support/index.xhtml?faces-redirect=true&done=changed";
    }

    /** Action: there is nothing more to do. */
    public String close() {
        desk.close(threadId());
        return samePage("closed");
    }

    /** Action: hands the thread to a colleague. */
    public String handOver() {
        desk.handTo(threadId(), colleague);
        return samePage("handed");
    }

    private String samePage(String done) {
        return "/admin/support/thread.xhtml?faces-redirect=true&done=" + done + "&id=" + threadId();
    }

    private UUID threadId() {
        return found.row().id();
    }

    public DeskThread getFound() {
        return found;
    }

    public List<Colleague> getColleagues() {
        return colleagues;
    }

    public MessageCategory[] getCategories() {
        return MessageCategory.values();
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

    public MessageCategory getCategory() {
        return category;
    }

    public void setCategory(MessageCategory category) {
        this.category = category;
    }

    /** As text: the page's menu knows no ids. */
    public String getColleague() {
        return colleague == null ? null : colleague.toString();
    }

    public void setColleague(String colleague) {
        this.colleague = NotFound.id(colleague);
    }
}
