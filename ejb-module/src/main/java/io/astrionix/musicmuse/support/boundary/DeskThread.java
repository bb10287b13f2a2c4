package io.astrionix.musicmuse.support.boundary;

import java.io.Serializable;

/**
 * A thread as the staff sees it.
 *
 * @param senderEmail where answers go
 * @param signedIn whether the sender was signed in; else anybody could have typed the address
 * @param known whether an account has the address
 */
public record DeskThread(ThreadRow row, ThreadView thread, String senderEmail, boolean signedIn, boolean known)
        implements Serializable {}
