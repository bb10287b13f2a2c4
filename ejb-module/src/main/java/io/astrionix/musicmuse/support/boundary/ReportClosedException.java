package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The report is closed: nothing is added to what was decided. */
public class ReportClosedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ReportClosedException() {
        super("abuse.closed.refused", "The report is closed");
    }
}
