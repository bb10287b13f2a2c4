package io.astrionix.musicmuse.web.practice;

import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.lessons.boundary.ExerciseCatalog;
import io.astrionix.musicmuse.lessons.boundary.ExerciseKind;
import io.astrionix.musicmuse.lessons.boundary.ExerciseSummary;
import io.astrionix.musicmuse.lessons.boundary.Instrument;
import io.astrionix.musicmuse.lessons.boundary.InvalidExerciseChoiceException;
import io.astrionix.musicmuse.practice.boundary.PracticeService;
import io.astrionix.musicmuse.practice.boundary.TakePace;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.annotation.PostConstruct;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Backs practice/choose.xhtml: what to play, on what, how fast and how strictly judged. */
@Named
@ViewScoped
public class ChooseExerciseBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ExerciseCatalog catalog;

    @Inject
    private PracticeService practice;

    @Inject
    private SignedIn signedIn;

    private final ExerciseForm form = new ExerciseForm();

    @PostConstruct
    void chooseDefaults() {
        exerciseChosen();
    }

    /** Event: an exercise was chosen; its own key and tempo become the choice. */
    public void exerciseChosen() {
        form.setTempo(chosen().defaultTempo());
        instrumentChosen();
    }

    /** Event: an instrument was chosen; the key stays if the instrument can play it. */
    public void instrumentChosen() {
        var keys = getKeys();
        var wished = chosen().defaultKey();
        if (!keys.contains(form.getKey())) {
            form.setKey(keys.contains(wished) ? wished : keys.get(0));
        }
    }

    /** Whether anything can be played now: not while the learner has restricted what is done with the own data. */
    public boolean isOpen() {
        return practice.mayStart(signedIn.account());
    }

    /** Action: goes to the room, or says on this page what cannot be played. */
    public String play() {
        try {
            catalog.prepare(form.toChoice());
        } catch (InvalidExerciseChoiceException impossible) {
            Messages.error(impossible);
            return null;
        }
        return "/practice/room.xhtml?faces-redirect=true&" + form.toQuery();
    }

    public List<SelectItem> getExercises() {
        var groups = new ArrayList<SelectItem>();
        for (var kind : ExerciseKind.values()) {
            var items = catalog.exercises().stream()
                    .filter(exercise -> exercise.kind() == kind)
                    .map(exercise -> new SelectItem(exercise.id(), Messages.text(exercise.titleKey())))
                    .toArray(SelectItem[]::new);
            groups.add(new SelectItemGroup(Messages.text(kind.nameKey()), null, false, items));
        }
        return groups;
    }

    public List<SelectItem> getInstruments() {
        return catalog.instruments().stream()
                .map((Instrument instrument) -> new SelectItem(instrument.id(), Messages.text(instrument.nameKey())))
                .toList();
    }

    public List<String> getKeys() {
        return catalog.playableKeys(form.getExercise(), form.getInstrument());
    }

    public List<SelectItem> getPaces() {
        return Arrays.stream(TakePace.values())
                .map(pace -> new SelectItem(pace.id(), Messages.text("choose.pace." + pace.id())))
                .toList();
    }

    /** Whether the instrument has pitches, so that there is something to choose about them. */
    public boolean isPitched() {
        return catalog.hasPitch(form.getInstrument());
    }

    public List<SelectItem> getStrictnesses() {
        return Arrays.stream(Strictness.values())
                .map(strictness ->
                        new SelectItem(strictness.id(), Messages.text("practice.strictness." + strictness.id())))
                .toList();
    }

    private ExerciseSummary chosen() {
        return catalog.exercises().stream()
                .filter(exercise -> exercise.id().equals(form.getExercise()))
                .findFirst()
                .orElseThrow();
    }

    public ExerciseForm getForm() {
        return form;
    }
}
