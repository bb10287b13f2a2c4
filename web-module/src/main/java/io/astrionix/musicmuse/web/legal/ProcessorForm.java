package io.astrionix.musicmuse.web.legal;

import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.legal.boundary.ProcessorCommand;
import io.astrionix.musicmuse.legal.boundary.TransferGround;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** What is typed about a processor. */
public class ProcessorForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank
    @Size(max = 200)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String name;

    @NotNull
    private Recipient role;

    @NotBlank
    @Size(max = 100)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String country;

    @NotNull
    private TransferGround ground;

    @NotBlank
    @Size(max = 200)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String contractReference;

    @NotNull
    @PastOrPresent
    private LocalDate signedOn;

    ProcessorCommand toCommand() {
        return new ProcessorCommand(name.strip(), role, country.strip(), ground, contractReference.strip(), signedOn);
    }

    /** Schools and guardians are no processors. */
    public List<Recipient> getRoles() {
        return List.of(Recipient.HOSTING_PROVIDER, Recipient.MAIL_PROVIDER, Recipient.STRIPE, Recipient.AI_PROVIDER);
    }

    public TransferGround[] getGrounds() {
        return TransferGround.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Recipient getRole() {
        return role;
    }

    public void setRole(Recipient role) {
        this.role = role;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public TransferGround getGround() {
        return ground;
    }

    public void setGround(TransferGround ground) {
        this.ground = ground;
    }

    public String getContractReference() {
        return contractReference;
    }

    public void setContractReference(String contractReference) {
        this.contractReference = contractReference;
    }

    public LocalDate getSignedOn() {
        return signedOn;
    }

    public void setSignedOn(LocalDate signedOn) {
        this.signedOn = signedOn;
    }
}
