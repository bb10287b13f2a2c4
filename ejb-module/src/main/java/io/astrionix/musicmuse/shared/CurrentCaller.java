package io.astrionix.musicmuse.shared;

/**
 * Who calls, by the open sign-in of the current request. The context that knows sign-ins implements it, for those that it
 * depends on.
 */
public interface CurrentCaller {

    /** @throws jakarta.ejb.EJBAccessException if nobody is signed in */
    AccountId id();

    /** @throws BusinessException if the password must be typed before: pages ask for it then and come back */
    void requireFreshCredential();
}
