package io.astrionix.musicmuse.datamap;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One persistent attribute of a {@link PersonalRecord}: what it is, why it is kept and what becomes of it. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonalData {

    Category category();

    Purpose[] purpose();

    LegalBasis basis() default LegalBasis.CONTRACT;

    Source source();

    /** Beside the hosting provider, whose machines hold everything and whom the map adds to every attribute (R34). */
    Recipient[] recipients() default {};

    Export export();

    Erase erase() default Erase.DELETE;

    Restriction restriction() default Restriction.AS_NORMAL;

    /** A rule of retention.yml, where it is not the record's. */
    String retention() default "";

    /** In a few words, for the privacy page and the export: what it is for. */
    String why();
}
