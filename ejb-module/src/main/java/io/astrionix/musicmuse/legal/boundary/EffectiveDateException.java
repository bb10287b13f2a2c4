package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The effective date is missing or in the past. */
public class EffectiveDateException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public EffectiveDateException() {
        super("legal.effectiveOn.wrong", "The effective date is missing or in the past");
    }
}
