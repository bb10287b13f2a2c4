package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.datamap.Recipient;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A processor to be written into the register. */
public record ProcessorCommand(
        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*")
        String name,

        @NotNull Recipient role,

        @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*")
        String country,

        @NotNull TransferGround ground,

        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*")
        String contractReference,

        @NotNull @PastOrPresent LocalDate signedOn) {}
