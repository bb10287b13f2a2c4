package io.astrionix.musicmuse.web.shared;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.Temporal;

/** Shows a date, or the date of an instant in the server's time zone, in the language of the page. For output only. */
@FacesConverter("musicmuse.Day")
public class DayText implements Converter<Temporal> {

    @Override
    public String getAsString(FacesContext context, UIComponent component, Temporal value) {
        if (value == null) {
            return "";
        }
        var day = value instanceof Instant instant
                ? LocalDate.ofInstant(instant, ZoneId.systemDefault())
                : LocalDate.from(value);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Messages.locale())
                .format(day);
    }

    /** @throws ConverterException always: pages ask for dates by Faces' own converter */
    @Override
    public Temporal getAsObject(FacesContext context, UIComponent component, String value) {
        throw new ConverterException("A date is shown, never entered");
    }
}
