package io.astrionix.musicmuse.system.accounts;

import io.astrionix.musicmuse.system.Visitor;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** register.xhtml as a visitor fills it in. */
final class RegisterPage {

    static final String PASSWORD = "seven violins at breakfast";

    private RegisterPage() {}

    static HttpResponse<String> register(Visitor visitor, String email, YearMonth birth) {
        return register(visitor, email, birth, Map.of());
    }

    /** @param more fields that the form does not have, or other values for those it has, by client id */
    static HttpResponse<String> register(Visitor visitor, String email, YearMonth birth, Map<String, String> more) {
        var fields = new HashMap<>(fields(email, birth));
        fields.putAll(more);
        return visitor.submit("register.xhtml", "register", "register:submit", fields);
    }

    /** All that the form asks. */
    static Map<String, String> fields(String email, YearMonth birth) {
        return Map.of(
                "register:name",
                "Ana",
                "register:email",
                email,
                "register:password",
                PASSWORD,
                "register:birthMonth_input",
                Integer.toString(birth.getMonthValue()),
                "register:birthYear",
                Integer.toString(birth.getYear()),
                "register:privacyRead_input",
                "on");
    }

    static boolean sentAMail(HttpResponse<String> answer) {
        return answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").endsWith("/register.xhtml?sent=yes");
    }
}
