package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.ChangeProfileCommand;
import io.astrionix.musicmuse.accounts.boundary.MusicRegion;
import io.astrionix.musicmuse.accounts.boundary.PageLook;
import io.astrionix.musicmuse.accounts.boundary.PersonName;
import io.astrionix.musicmuse.accounts.boundary.ProfileView;
import io.astrionix.musicmuse.accounts.boundary.SkillLevel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/** The fields of account/profile.xhtml. */
public class ProfileForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotNull
    @PersonName
    private String displayName;

    private String instrument;

    @Size(max = ChangeProfileCommand.LONGEST_BIO)
    @Pattern(regexp = ChangeProfileCommand.TEXT)
    private String bio;

    private SkillLevel level;
    private MusicRegion[] interests;
    private String language;
    private PageLook look;

    ProfileForm(ProfileView profile) {
        displayName = profile.displayName();
        instrument = profile.instrument().orElse(null);
        bio = profile.bio().orElse(null);
        level = profile.level().orElse(null);
        interests = profile.interests().toArray(MusicRegion[]::new);
        language = profile.language().getLanguage();
        look = profile.look();
    }

    ChangeProfileCommand toCommand() {
        return new ChangeProfileCommand(displayName, instrument, bio, level, chosen(), language, look);
    }

    private Set<MusicRegion> chosen() {
        return interests.length == 0 ? Set.of() : EnumSet.of(interests[0], interests);
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getInstrument() {
        return instrument;
    }

    public void setInstrument(String instrument) {
        this.instrument = instrument;
    }

    public String getBio() {
        return bio;
    }

    public void setBio(String bio) {
        this.bio = bio;
    }

    public SkillLevel getLevel() {
        return level;
    }

    public void setLevel(SkillLevel level) {
        this.level = level;
    }

    public MusicRegion[] getInterests() {
        return interests.clone();
    }

    public void setInterests(MusicRegion[] interests) {
        this.interests = interests == null ? new MusicRegion[0] : interests.clone();
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public PageLook getLook() {
        return look;
    }

    public void setLook(PageLook look) {
        this.look = look;
    }
}
