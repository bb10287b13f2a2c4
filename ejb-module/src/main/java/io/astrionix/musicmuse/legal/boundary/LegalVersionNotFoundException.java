package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** There is no such draft: it is published already, or a later version is. */
public class LegalVersionNotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public LegalVersionNotFoundException() {
        super("legal.version.notFound", "There is no such draft: it is published already, or a later version is");
    }
}
