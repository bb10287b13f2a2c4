package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.support.control.Desk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/**
 * What the staff does with messages: each role with those of its categories ({@link MessageCategory#isAnsweredBy}), and
 * everything is audited. A thread of another category looks like none.
 */
@Stateless
@RolesAllowed({Role.Names.SUPPORT, Role.Names.FINANCE, Role.Names.TRUST})
public class SupportDesk {

    private static final int LONGEST_PAGE = 100;

    private Desk desk;

    public SupportDesk() {} // required by the EJB proxy

    @Inject
    public SupportDesk(Desk desk) {
        this.desk = desk;
    }

    /** What is urgent first, then what is due first. */
    public List<ThreadRow> find(
            @NotNull @Valid ThreadFilter filter, @Min(0) int first, @Min(1) @Max(LONGEST_PAGE) int count) {
        return desk.find(filter, first, count);
    }

    public int count(@NotNull @Valid ThreadFilter filter) {
        return desk.count(filter);
    }

    /** The categories whose threads the caller reads. */
    public List<MessageCategory> categories() {
        return desk.categories();
    }

    /** @throws ThreadNotFoundException if it is not there, or not the caller's to read */
    public DeskThread thread(@NotNull UUID id) {
        return desk.open(id);
    }

    /**
     * Answers the sender, who gets a mail. The same text once more is no further answer.
     *
     * @throws ThreadNotFoundException if it is not there, or not the caller's to read
     */
    public void answer(@NotNull UUID id, @NotNull @MessageText String message) {
        desk.answer(id, message);
    }

    /**
     * Gives the thread to those who answer another category. The time for the answer still runs from the beginning.
     *
     * @return whether the caller can still read it
     * @throws ThreadNotFoundException if it is not there, or not the caller's to read
     */
    public boolean changeCategory(@NotNull UUID id, @NotNull MessageCategory category) {
        return desk.changeCategory(id, category);
    }

    /** @throws ThreadNotFoundException if it is not there, or not the caller's to read */
    public void close(@NotNull UUID id) {
        desk.close(id);
    }

    /**
     * Hands the thread to a colleague, or to oneself.
     *
     * @throws ThreadNotFoundException if it is not there, or not the caller's to read
     * @throws ColleagueNotFoundException if that one is not there, or may not read it
     */
    public void handTo(@NotNull UUID id, @NotNull UUID colleague) {
        desk.handTo(id, colleague);
    }

    /**
     * Those who may answer the thread, by name.
     *
     * @throws ThreadNotFoundException if it is not there, or not the caller's to read
     */
    public List<Colleague> colleagues(@NotNull UUID id) {
        return desk.colleagues(id);
    }
}
