package io.astrionix.musicmuse.accounts.entity;

import io.astrionix.musicmuse.accounts.boundary.ChangeProfileCommand;
import io.astrionix.musicmuse.accounts.boundary.MusicRegion;
import io.astrionix.musicmuse.accounts.boundary.PageLook;
import io.astrionix.musicmuse.accounts.boundary.SkillLevel;
import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Restriction;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What somebody says of themselves beside the name, and how they like the pages. Each is null until it is said. */
@Entity
@Table(name = "account_profile")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "accounts", retention = "account-active")
public class Profile {

    @Id
    @Column(name = "account_id")
    @PersonalData(
            category = Category.PROFILE,
            purpose = Purpose.SERVICE,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "whose profile it is")
    private UUID accountId;

    @Version
    @NotPersonal("counts changes, so that two at once do not overwrite each other")
    private long version;

    /** An id of the catalogue of instruments. */
    @Column(name = "instrument_id")
    @PersonalData(
            category = Category.PROFILE,
            purpose = {Purpose.SERVICE, Purpose.PERSONALISE},
            source = Source.SELF,
            export = Export.PORTABLE,
            restriction = Restriction.HIDE,
            why = "the instrument somebody plays")
    private String instrument;

    @PersonalData(
            category = Category.PROFILE,
            purpose = Purpose.SERVICE,
            source = Source.SELF,
            export = Export.PORTABLE,
            restriction = Restriction.HIDE,
            why = "what somebody says of themselves")
    private String bio;

    @Enumerated(EnumType.STRING)
    @Column(name = "skill_level")
    @PersonalData(
            category = Category.PROFILE,
            purpose = {Purpose.SERVICE, Purpose.PERSONALISE},
            source = Source.SELF,
            export = Export.PORTABLE,
            restriction = Restriction.HIDE,
            why = "how far somebody says they are")
    private SkillLevel level;

    @Enumerated(EnumType.STRING)
    @Column(name = "page_look", nullable = false)
    @PersonalData(
            category = Category.PROFILE,
            purpose = Purpose.SERVICE,
            source = Source.SELF,
            export = Export.PORTABLE,
            why = "light or dark pages")
    private PageLook look = PageLook.BROWSER;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_interest", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "region", nullable = false)
    @Enumerated(EnumType.STRING)
    @PersonalData(
            category = Category.PROFILE,
            purpose = Purpose.PERSONALISE,
            source = Source.SELF,
            export = Export.PORTABLE,
            restriction = Restriction.HIDE,
            why = "where music comes from that somebody would like to play")
    private Set<MusicRegion> interests = new HashSet<>();

    protected Profile() {} // JPA

    public Profile(AccountId account) {
        this.accountId = account.value();
    }

    public void become(ChangeProfileCommand wanted) {
        instrument = wanted.instrument();
        bio = wanted.bio();
        level = wanted.level();
        look = wanted.look();
        interests.clear();
        interests.addAll(wanted.interests());
    }

    public Optional<String> instrument() {
        return Optional.ofNullable(instrument);
    }

    public Optional<String> bio() {
        return Optional.ofNullable(bio);
    }

    public Optional<SkillLevel> level() {
        return Optional.ofNullable(level);
    }

    public Set<MusicRegion> interests() {
        return Set.copyOf(interests);
    }

    public PageLook look() {
        return look;
    }
}
