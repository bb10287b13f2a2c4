package io.astrionix.musicmuse.accounts.boundary;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What somebody wants to be called: 1 to 80 characters. It is put into mails to others, so it holds nothing that could
 * make a link, break a line, turn the direction of writing, or that PostgreSQL cannot keep (half a surrogate pair).
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Size(max = 80)
@Pattern(
        regexp =
                "(?=.*\\S)[^\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}<>@:/\\\\]+")
public @interface PersonName {

    String message() default "{io.astrionix.musicmuse.PersonName}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
