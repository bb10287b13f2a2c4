package io.astrionix.musicmuse.datamap;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A persistent attribute, or a whole entity, that says nothing about anybody; and why not. */
@Target({ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotPersonal {

    /** Why it is not personal data, such as "surrogate key". */
    String value();
}
