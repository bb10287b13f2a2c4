package io.astrionix.musicmuse.web.accounts;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/** Text of several lines: browsers end them with \r\n, we keep \n. Nothing but space is nothing. */
@FacesConverter("musicmuse.LineEnds")
public class LineEnds implements Converter<String> {

    @Override
    public String getAsObject(FacesContext context, UIComponent component, String value) {
        return value == null || value.isBlank()
                ? null
                : value.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, String value) {
        return value == null ? "" : value;
    }
}
