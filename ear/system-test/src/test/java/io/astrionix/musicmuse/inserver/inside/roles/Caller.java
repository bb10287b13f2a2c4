package io.astrionix.musicmuse.inserver.inside.roles;

import java.util.concurrent.Callable;

/** Calls something as somebody. */
public interface Caller {

    <T> T call(Callable<T> work) throws Exception;
}
