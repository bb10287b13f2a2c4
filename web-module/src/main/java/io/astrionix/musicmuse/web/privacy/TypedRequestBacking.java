package io.astrionix.musicmuse.web.privacy;

import io.astrionix.musicmuse.privacy.boundary.RequestDesk;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Backs the form of admin/requests.xhtml for what came by mail or letter. */
@Named
@RequestScoped
public class TypedRequestBacking {

    @Inject
    private RequestDesk desk;

    @Inject
    private Clock clock;

    @NotBlank
    @Size(max = 320)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String email;

    @NotNull
    private RequestKind kind = RequestKind.ACCESS;

    /** The day it came; today where nothing is said. */
    private LocalDate receivedOn;

    /** Action: asks the address on file. */
    public void typeIn() {
        var day = receivedOn == null ? LocalDate.now(clock.withZone(ZoneId.systemDefault())) : receivedOn;
        desk.typeIn(
                email.strip(), kind, day.atStartOfDay(ZoneId.systemDefault()).toInstant());
        Messages.info("desk.typedIn");
        email = null;
    }

    public RequestKind[] getKinds() {
        return RequestKind.values();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public RequestKind getKind() {
        return kind;
    }

    public void setKind(RequestKind kind) {
        this.kind = kind;
    }

    public LocalDate getReceivedOn() {
        return receivedOn;
    }

    public void setReceivedOn(LocalDate receivedOn) {
        this.receivedOn = receivedOn;
    }
}
