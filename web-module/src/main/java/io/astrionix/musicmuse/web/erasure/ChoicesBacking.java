package io.astrionix.musicmuse.web.erasure;

import io.astrionix.musicmuse.accounts.boundary.RestrictionView;
import io.astrionix.musicmuse.erasure.boundary.ChoiceView;
import io.astrionix.musicmuse.erasure.boundary.OptionalActivity;
import io.astrionix.musicmuse.erasure.boundary.ProcessingChoices;
import io.astrionix.musicmuse.web.shared.InstantText;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** Backs account/choices.xhtml. */
@Named
@RequestScoped
public class ChoicesBacking {

    @Inject
    private ProcessingChoices choices;

    private List<ChoiceView> own;
    private RestrictionView restriction;

    public List<ChoiceView> getOwn() {
        if (own == null) {
            own = choices.own();
        }
        return own;
    }

    public RestrictionView getRestriction() {
        if (restriction == null) {
            restriction = choices.restriction();
        }
        return restriction;
    }

    /** Action: agrees, or no longer objects. */
    public void allow(OptionalActivity activity) {
        choose(activity, true);
    }

    /** Action: objects, or withdraws a consent. */
    public void refuse(OptionalActivity activity) {
        choose(activity, false);
    }

    private void choose(OptionalActivity activity, boolean allowed) {
        choices.choose(activity, allowed);
        own = null;
        Messages.info("choices.saved");
    }

    /** Action: nothing is done with the data from now on. */
    public void restrict() {
        choices.restrict();
        restriction = null;
        Messages.info("choices.restrict.done");
    }

    /** Action: the restriction is to end. */
    public void lift() {
        choices.lift();
        restriction = null;
        Messages.info("choices.lift.done");
    }

    /** For texts with places, which take no converter. */
    public String text(Instant instant) {
        return InstantText.of(instant);
    }
}
