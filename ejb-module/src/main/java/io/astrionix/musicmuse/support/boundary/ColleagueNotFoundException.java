package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** The colleague is not there, or may not read what the thread is about. */
public class ColleagueNotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ColleagueNotFoundException() {
        super("support.colleague.notFound", "No such colleague");
    }
}
