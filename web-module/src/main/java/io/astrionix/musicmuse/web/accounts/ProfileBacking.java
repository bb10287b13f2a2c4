package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.MusicRegion;
import io.astrionix.musicmuse.accounts.boundary.PageLook;
import io.astrionix.musicmuse.accounts.boundary.ProfileService;
import io.astrionix.musicmuse.accounts.boundary.SkillLevel;
import io.astrionix.musicmuse.lessons.boundary.ExerciseCatalog;
import io.astrionix.musicmuse.lessons.boundary.Instrument;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Backs account/profile.xhtml. */
@Named
@RequestScoped
public class ProfileBacking {

    private static final String SAVED = "/account/profile.xhtml?faces-redirect=true&saved=true";

    @Inject
    private ProfileService profiles;

    @Inject
    private ExerciseCatalog catalog;

    private ProfileForm form;
    private boolean avatarThere;
    private Part upload;

    @PostConstruct
    void load() {
        var profile = profiles.profile();
        form = new ProfileForm(profile);
        avatarThere = profile.hasAvatar();
    }

    /** Action: keeps the fields. The next page is made anew, in the language that was chosen. */
    public String save() {
        profiles.change(form.toCommand());
        return SAVED;
    }

    /** Action: makes an avatar of the chosen file. */
    public String saveAvatar() throws IOException {
        if (upload == null || upload.getSize() == 0) {
            Messages.error("avatar.none");
            return null;
        }
        try (var picture = upload.getInputStream()) {
            profiles.changeAvatar(picture.readAllBytes()); // no more than web.xml lets in
        }
        return SAVED;
    }

    /** Action: takes the avatar away. */
    public String removeAvatar() {
        profiles.removeAvatar();
        return SAVED;
    }

    /** Those of the catalogue, by name; Faces takes no value that is not among them. */
    public List<SelectItem> getInstruments() {
        return catalog.instruments().stream()
                .map((Instrument instrument) -> new SelectItem(instrument.id(), Messages.text(instrument.nameKey())))
                .sorted(Comparator.comparing(SelectItem::getLabel))
                .toList();
    }

    public SkillLevel[] getLevels() {
        return SkillLevel.values();
    }

    public MusicRegion[] getRegions() {
        return MusicRegion.values();
    }

    public PageLook[] getLooks() {
        return PageLook.values();
    }

    public ProfileForm getForm() {
        return form;
    }

    public boolean isAvatarThere() {
        return avatarThere;
    }

    public Part getUpload() {
        return upload;
    }

    public void setUpload(Part upload) {
        this.upload = upload;
    }
}
