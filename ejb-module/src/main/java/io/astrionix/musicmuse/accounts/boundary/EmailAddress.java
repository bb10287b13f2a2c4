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
 * An email address as browsers take it (HTML Living Standard, "valid email address"), with a dot in its domain and at
 * most 254 characters (RFC 5321); space around it is taken off later.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Size(max = 254)
@Pattern(
        regexp =
                " *[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
                        + "@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+ *")
public @interface EmailAddress {

    String message() default "{io.astrionix.musicmuse.EmailAddress}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
