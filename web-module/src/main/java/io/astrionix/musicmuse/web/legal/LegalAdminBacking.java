package io.astrionix.musicmuse.web.legal;

import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.legal.boundary.LegalAdministration;
import io.astrionix.musicmuse.legal.boundary.LegalVersionView;
import io.astrionix.musicmuse.legal.boundary.PublishCommand;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Backs admin/legal.xhtml: the versions of the legal texts, and publishing a draft. */
@Named
@ViewScoped
public class LegalAdminBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private LegalAdministration administration;

    @Inject
    private SignedIn signedIn;

    private List<LegalVersionView> versions;
    private LocalDate effectiveOn;
    private boolean material;
    private List<Purpose> purposes = new ArrayList<>();

    @PostConstruct
    void load() {
        versions = administration.versions();
    }

    /** Action: publishes a draft with the date and the ticks of the form. */
    public void publish(LegalVersionView draft) {
        Set<Purpose> changed = purposes.isEmpty() ? Set.of() : EnumSet.copyOf(purposes);
        administration.publish(
                signedIn.account(),
                new PublishCommand(draft.document(), draft.number(), effectiveOn, material, changed));
        Messages.info("legal.admin.published", Messages.text("legal.document." + draft.document()), draft.number());
        load();
    }

    public List<LegalVersionView> getVersions() {
        return versions;
    }

    public boolean isDraftThere() {
        return versions.stream().anyMatch(LegalVersionView::isDraft);
    }

    /** What a purpose is called, and its name. */
    public Map<String, Purpose> getAllPurposes() {
        var words = new Words(Messages.locale());
        var choices = new LinkedHashMap<String, Purpose>();
        for (var purpose : Purpose.values()) {
            choices.put(words.purposes(List.of(purpose)), purpose);
        }
        return choices;
    }

    public LocalDate getEffectiveOn() {
        return effectiveOn;
    }

    public void setEffectiveOn(LocalDate effectiveOn) {
        this.effectiveOn = effectiveOn;
    }

    public boolean isMaterial() {
        return material;
    }

    public void setMaterial(boolean material) {
        this.material = material;
    }

    public List<Purpose> getPurposes() {
        return purposes;
    }

    public void setPurposes(List<Purpose> purposes) {
        this.purposes = purposes;
    }
}
