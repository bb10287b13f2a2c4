package io.astrionix.musicmuse.web.practice;

import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.lessons.boundary.Exercise;
import io.astrionix.musicmuse.lessons.boundary.ExerciseCatalog;
import io.astrionix.musicmuse.practice.boundary.AudioDeviceService;
import io.astrionix.musicmuse.practice.boundary.CalibrateDeviceCommand;
import io.astrionix.musicmuse.practice.boundary.PracticeService;
import io.astrionix.musicmuse.shared.BusinessException;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;

/**
 * Backs practice/room.xhtml: takes the choice from the link, gives the page its data, keeps a measured device. Playing
 * itself goes over the practice socket.
 */
@Named
@ViewScoped
public class PracticeRoomBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ExerciseCatalog catalog;

    @Inject
    private AudioDeviceService devices;

    @Inject
    private PracticeService practice;

    @Inject
    private SignedIn signedIn;

    private final ExerciseForm form = new ExerciseForm();
    private String roomJson;
    private String title;

    /** View action: prepares the exercise; where that cannot be, goes back to choosing with the reason. */
    public String open() {
        if (!practice.mayStart(signedIn.account())) {
            return "/practice/choose.xhtml?faces-redirect=true"; // which says why
        }
        try {
            var exercise = catalog.prepare(form.toChoice());
            title = Messages.text(exercise.titleKey());
            roomJson = json(exercise);
            return null;
        } catch (BusinessException impossible) {
            FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
            Messages.error(impossible);
            return "/practice/choose.xhtml?faces-redirect=true";
        }
    }

    /** Event before the page is shown: a link with a value of the wrong kind was never opened, so choose anew. */
    public void leaveUnlessOpen() throws IOException {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        if (roomJson == null && !FacesContext.getCurrentInstance().getResponseComplete()) {
            external.redirect(external.getRequestContextPath() + "/practice/choose.xhtml?problem=link");
        }
    }

    private String json(Exercise exercise) {
        var strictness = Strictness.of(form.getStrictness()).orElse(Strictness.BEGINNER);
        var instrument = catalog.instruments().stream()
                .filter(i -> i.id().equals(exercise.choice().instrumentId()))
                .findFirst()
                .orElseThrow();
        return new RoomData(exercise, title)
                .instrument(instrument.id(), Messages.text(instrument.nameKey()))
                .strictness(strictness.id())
                .concertPitch(form.getA4())
                .pace(form.getPace())
                .countIn(form.getCountIn() == 2 ? 2 : 1, form.isMetronome())
                .devices(devices.devices(signedIn.account()))
                .messages(Messages.forClient(Messages.locale()))
                .toJson(
                        Messages.locale(),
                        FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath());
    }

    /** Remote command: keeps a measured delay of the account's device. */
    public void saveAudioDevice() {
        Map<String, String> sent =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        try {
            devices.calibrate(
                    signedIn.account(),
                    new CalibrateDeviceCommand(
                            sent.getOrDefault("key", ""),
                            sent.getOrDefault("label", ""),
                            Double.parseDouble(sent.getOrDefault("latencyMillis", "")),
                            Double.parseDouble(sent.getOrDefault("spreadMillis", ""))));
        } catch (NumberFormatException | ConstraintViolationException wrong) { // no number, or out of its range
            Messages.error("practice.device.invalid");
            FacesContext.getCurrentInstance().validationFailed(); // the page hears that it was not kept
        }
    }

    public ExerciseForm getForm() {
        return form;
    }

    public String getRoomJson() {
        return roomJson;
    }

    public String getTitle() {
        return title;
    }
}
