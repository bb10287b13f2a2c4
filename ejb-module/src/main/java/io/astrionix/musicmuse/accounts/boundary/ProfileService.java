package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AvatarImages;
import io.astrionix.musicmuse.accounts.control.Caller;
import io.astrionix.musicmuse.accounts.control.ProfileRepository;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.Profile;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Optional;

/**
 * The own profile: each method is about the account of whoever is signed in, and fails where nobody is. Open to every role,
 * and to those whose roles wait for a second factor.
 */
@Stateless
@PermitAll
public class ProfileService {

    private static final String CHANGED = "changed";

    private Caller caller;
    private ProfileRepository profiles;
    private AvatarImages images;
    private AuditLog audit;
    private Clock clock;

    public ProfileService() {} // required by the EJB proxy

    @Inject
    public ProfileService(Caller caller, ProfileRepository profiles, AvatarImages images, AuditLog audit, Clock clock) {
        this.caller = caller;
        this.profiles = profiles;
        this.images = images;
        this.audit = audit;
        this.clock = clock;
    }

    public ProfileView profile() {
        var account = account();
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
    public void change(@NotNull @Valid ChangeProfileCommand wanted) {
        var account = account();
        profiles.account(account).present(wanted.displayName().strip(), wanted.language());
        profiles.findOrAdd(account).become(wanted);
        audit.record(changed(account, "profile"));
    }

    /**
     * Keeps a new picture made of the upload, and nothing of the upload itself.
     *
     * @throws InvalidAvatarException if it is no picture that can be used; the old one stays
     */
    public void changeAvatar(@NotNull byte[] upload) {
        var account = account();
        var picture = images.sanitised(upload);
        profiles.keepAvatar(account, picture, clock.instant());
        audit.record(changed(account, "avatar"));
    }

    public void removeAvatar() {
        var account = account();
        profiles.removeAvatar(account);
        audit.record(changed(account, "avatar removed"));
    }

    /** A JPEG; empty where there is none. */
    public Optional<byte[]> avatar() {
        return profiles.avatar(account());
    }

    private AccountId account() {
        return caller.signIn().account();
    }

    private static AuditEvent changed(AccountId account, String what) {
        return AuditEvent.done(AuditAction.PROFILE_CHANGED)
                .by(account)
                .on("account", account)
                .with(CHANGED, what);
    }
}
