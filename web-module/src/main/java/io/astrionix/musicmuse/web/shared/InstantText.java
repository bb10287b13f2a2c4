package io.astrionix.musicmuse.web.shared;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/**
 * Shows an instant as date and time in the language of the page and the time zone of the server: a school's server
 * stands where its pupils are. For output only.
 */
@FacesConverter("musicmuse.Instant")
public class InstantText implements Converter<Instant> {

    @Override
    public String getAsString(FacesContext context, UIComponent component, Instant value) {
        return value == null ? "" : of(value);
    }

    /** For texts with places, where no converter can be put. */
    public static String of(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(Messages.locale())
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    /** @throws ConverterException always: no page asks for an instant */
    @Override
    public Instant getAsObject(FacesContext context, UIComponent component, String value) {
        throw new ConverterException("An instant is shown, never entered");
    }
}
