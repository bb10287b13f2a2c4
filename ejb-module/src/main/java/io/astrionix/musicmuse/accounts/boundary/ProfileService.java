package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AvatarImages;
import io.astrionix.musicmuse.accounts.control.ProfileRepository;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.Profile;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Optional;

/** The own profile: each method is about the account of whoever is signed in. */
@Stateless
@RolesAllowed({
    Role.Names.LEARNER,
    Role.Names.GUARDIAN,
    Role.Names.TRAINER,
    Role.Names.ORG_ADMIN,
    Role.Names.SUPPORT,
    Role.Names.FINANCE,
    Role.Names.TRUST,
    Role.Names.PLATFORM_ADMIN
})
public class ProfileService {

    private static final String CHANGED = "changed";

    private ProfileRepository profiles;
    private AvatarImages images;
    private AuditLog audit;
    private Clock clock;

    public ProfileService() {} // required by the EJB proxy

    @Inject
    public ProfileService(ProfileRepository profiles, AvatarImages images, AuditLog audit, Clock clock) {
        this.profiles = profiles;
        this.images = images;
        this.audit = audit;
        this.clock = clock;
    }

    public ProfileView profile(@NotNull AccountId account) {
        Account owner = profiles.account(account);
        Profile profile = profiles.find(account).orElseGet(() -> new Profile(account));
        return new ProfileView(
                owner.displayName(),
                profile.instrument(),
                profile.bio(),
                profile.level(),
                profile.interests(),
                owner.language(),
                profile.look(),
                profiles.hasAvatar(account));
    }

    /** Makes the profile what the command says; what it leaves out is gone. */
    public void change(@NotNull AccountId account, @NotNull @Valid ChangeProfileCommand wanted) {
        profiles.account(account).present(wanted.displayName().strip(), wanted.language());
        profiles.findOrAdd(account).become(wanted);
        audit.record(changed(account, "profile"));
    }

    /**
     * Keeps a new picture made of the upload, and nothing of the upload itself.
     *
     * @throws InvalidAvatarException if it is no picture that can be used; the old one stays
     */
    public void changeAvatar(@NotNull AccountId account, @NotNull byte[] upload) {
        var picture = images.sanitised(upload);
        profiles.keepAvatar(account, picture, clock.instant());
        audit.record(changed(account, "avatar"));
    }

    public void removeAvatar(@NotNull AccountId account) {
        profiles.removeAvatar(account);
        audit.record(changed(account, "avatar removed"));
    }

    /** A JPEG; empty where there is none. */
    public Optional<byte[]> avatar(@NotNull AccountId account) {
        return profiles.avatar(account);
    }

    private static AuditEvent changed(AccountId account, String what) {
        return AuditEvent.done(AuditAction.PROFILE_CHANGED)
                .by(account)
                .on("account", account)
                .with(CHANGED, what);
    }
}
