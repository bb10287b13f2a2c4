package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.datamap.Recipient;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** @param endedOn null while the contract holds */
public record ProcessorView(
        UUID id,
        String name,
        Recipient role,
        String country,
        TransferGround ground,
        String contractReference,
        LocalDate signedOn,
        LocalDate endedOn)
        implements Serializable {

    public boolean isCurrent() {
        return endedOn == null;
    }
}
