package io.astrionix.musicmuse.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the whole application from outside. All such tests share one {@link
 * io.astrionix.musicmuse.server.RunningMusicMuse}, which constructors and methods take as a parameter; it starts before
 * the first of them and ends after the last.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("system")
@ExtendWith(SharedMusicMuse.class)
public @interface SystemTest {}
