package io.astrionix.musicmuse.web.support;

import io.astrionix.musicmuse.accounts.boundary.EmailAddress;
import io.astrionix.musicmuse.accounts.boundary.PersonName;
import io.astrionix.musicmuse.support.boundary.ContactCommand;
import io.astrionix.musicmuse.support.boundary.MessageCategory;
import io.astrionix.musicmuse.support.boundary.MessageText;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;

/** The fields of contact.xhtml; whoever is signed in is not asked for name and email. */
public class ContactForm {

    @NotNull
    private MessageCategory category;

    @NotNull(message = "{io.astrionix.musicmuse.PersonName}")
    @PersonName
    private String name;

    @NotNull(message = "{io.astrionix.musicmuse.EmailAddress}")
    @EmailAddress
    private String email;

    @MessageText
    private String message;

    ContactCommand toCommand(Locale language) {
        return new ContactCommand(category, name, email, message, language);
    }

    public MessageCategory getCategory() {
        return category;
    }

    public void setCategory(MessageCategory category) {
        this.category = category;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }
}
