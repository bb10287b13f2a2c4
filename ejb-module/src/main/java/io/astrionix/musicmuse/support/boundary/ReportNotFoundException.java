package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** There is no such report (any more). */
public class ReportNotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ReportNotFoundException() {
        super("abuse.notFound", "No such report");
    }
}
