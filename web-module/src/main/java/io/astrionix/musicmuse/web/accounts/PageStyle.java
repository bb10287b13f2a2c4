package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.PageLook;
import io.astrionix.musicmuse.accounts.boundary.ProfileService;
import io.astrionix.musicmuse.accounts.boundary.ProfileView;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;

/**
 * Language and look of the pages: as the profile says, so that nothing is kept in the browser (R11); as the browser asks
 * for it where nobody is signed in. Asked once in each request.
 */
@Named
@RequestScoped
public class PageStyle {

    private static final String ALWAYS = "all";
    private static final String NEVER = "not all";

    @Inject
    private SignedIn signedIn;

    @Inject
    private ProfileService profiles;

    private Optional<ProfileView> profile;

    /** Empty: as the browser asks for it. */
    public Optional<Locale> language() {
        return profile().map(ProfileView::language);
    }

    /** For the media attribute of what makes pages light. */
    public String getLightMedia() {
        return media(PageLook.LIGHT, "(prefers-color-scheme: light)");
    }

    /** For the media attribute of what makes pages dark. */
    public String getDarkMedia() {
        return media(PageLook.DARK, "(prefers-color-scheme: dark)");
    }

    /** For the meta element color-scheme, which colours what the browser draws itself. */
    public String getScheme() {
        return switch (look()) {
            case BROWSER -> "light dark";
            case LIGHT -> "light";
            case DARK -> "dark";
        };
    }

    private String media(PageLook of, String asBrowserSays) {
        if (look() == PageLook.BROWSER) {
            return asBrowserSays;
        }
        return look() == of ? ALWAYS : NEVER;
    }

    private PageLook look() {
        return profile().map(ProfileView::look).orElse(PageLook.BROWSER);
    }

    /** Without one where the sign-in ends in this very request: an error page must not fail for its colours. */
    private Optional<ProfileView> ofTheCaller() {
        try {
            return Optional.of(profiles.profile());
        } catch (EJBAccessException endedMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<ProfileView> profile() {
        if (profile == null) {
            profile = signedIn.isPresent() ? ofTheCaller() : Optional.empty();
        }
        return profile;
    }
}
