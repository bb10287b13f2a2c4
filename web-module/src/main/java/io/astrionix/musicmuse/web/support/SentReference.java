package io.astrionix.musicmuse.web.support;

import jakarta.faces.context.FacesContext;

/** The number that a page is opened with after something was sent. Anybody can write an address, so it is looked at. */
final class SentReference {

    private static final String REFERENCE = "[MR]-[0-9]{6,12}";

    private SentReference() {}

    /** Empty where the request has none. */
    static String ofRequest() {
        var sent = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("sent");
        return sent != null && sent.matches(REFERENCE) ? sent : "";
    }
}
