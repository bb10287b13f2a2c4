package io.astrionix.musicmuse.support.boundary;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One line of 1 to {@value #LONGEST} characters (UTF-16 units), which may stand in a mail. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@NotBlank
@Size(max = MessageLine.LONGEST)
@Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]*+")
public @interface MessageLine {

    int LONGEST = 300;

    String message() default "{io.astrionix.musicmuse.MessageLine}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
