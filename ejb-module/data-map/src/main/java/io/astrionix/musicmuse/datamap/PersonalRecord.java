package io.astrionix.musicmuse.datamap;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An entity or embeddable whose rows are about a person. Its attributes say the rest, each for itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonalRecord {

    /** The attribute that says whose row it is: an account's id. Of an embeddable: empty, its owner says it. */
    String subject() default "";

    /** The processing activity, an id of the Article 30 record, such as "accounts" or "practice-progress". */
    String activity();

    /** Rules of retention.yml. Where there are several, the one that ends first ends the row. */
    String[] retention();

    /** Attributes that lead to further accounts which the row is about too: it goes with each of them. */
    String[] others() default {};

    /** What becomes of the row when the person is erased. */
    Erase erase() default Erase.DELETE;
}
