package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.AuthenticatorAppOffer;
import io.astrionix.musicmuse.accounts.boundary.CodeResult;
import io.astrionix.musicmuse.accounts.boundary.OwnSecondFactor;
import io.astrionix.musicmuse.accounts.boundary.SecondFactorView;
import io.astrionix.musicmuse.web.shared.InstantText;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** Backs account/second-factor.xhtml: authenticator app and recovery codes. */
@Named
@ViewScoped
public class SecondFactorBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String SEED_GROUPS = "(?<=\\G.{4})(?=.)";

    @Inject
    private transient OwnSecondFactor own;

    private AuthenticatorAppOffer offer;
    private List<String> recoveryCodes = List.of();

    @NotBlank
    @Size(max = 100)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String code;

    private transient SecondFactorView view;

    /** Action: shows a new app's QR code. */
    public void begin() {
        recoveryCodes = List.of();
        offer = own.beginApp();
    }

    /** Action: the first code of the new app. The first app comes with recovery codes. */
    public void confirm() {
        var result = own.confirmApp(code);
        code = null;
        if (result != CodeResult.RIGHT) {
            Messages.error(result == CodeResult.TOO_MANY ? "secondStep.tooMany" : "secondFactor.app.wrong");
            return;
        }
        offer = null;
        view = null;
        Messages.info("secondFactor.app.added");
        if (getView().recoveryCodes() == 0) {
            makeRecoveryCodes();
        }
    }

    /** Action: stops asking for the new app's code. */
    public void cancel() {
        offer = null;
        code = null;
    }

    /** Action: takes the app away. */
    public void removeApp() {
        own.removeApp();
        view = null;
        recoveryCodes = List.of();
        Messages.info("secondFactor.app.removed");
    }

    /** Action: new recovery codes, shown until the page is left. */
    public void makeRecoveryCodes() {
        recoveryCodes = own.makeRecoveryCodes();
        view = null;
    }

    public SecondFactorView getView() {
        if (view == null) {
            view = own.view();
        }
        return view;
    }

    public boolean isOffering() {
        return offer != null;
    }

    /** The seed in groups of four, for typing. */
    public String getSeed() {
        return offer.seed().replaceAll(SEED_GROUPS, " ");
    }

    public String getUri() {
        return offer.uri();
    }

    public String getQrBox() {
        return new QrPicture(offer.uri()).viewBox();
    }

    public String getQrPath() {
        return new QrPicture(offer.uri()).path();
    }

    /** Just made, never shown again; else empty. */
    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    /** For texts with places, which take no converter. */
    public String text(Instant instant) {
        return InstantText.of(instant);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
