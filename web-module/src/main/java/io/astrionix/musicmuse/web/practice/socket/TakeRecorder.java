package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.practice.boundary.JudgedTake;
import io.astrionix.musicmuse.practice.boundary.PracticeService;
import io.astrionix.musicmuse.practice.boundary.StartPracticeCommand;
import io.astrionix.musicmuse.practice.boundary.StartedPractice;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Calls practice for a socket. The threads that work on a take carry no caller, so this bean lends them the learner's
 * role; whose take it is was settled at the handshake and is checked again by {@link PracticeService}.
 */
@Stateless
@PermitAll
@RunAs(Role.Names.LEARNER)
public class TakeRecorder {

    private PracticeService practice;
    private RequestLimits limits;

    public TakeRecorder() {} // required by the EJB proxy

    @Inject
    public TakeRecorder(PracticeService practice, RequestLimits limits) {
        this.practice = practice;
        this.limits = limits;
    }

    /** Whether the account may begin one more take now. */
    public boolean mayStart(AccountId account) {
        return limits.tryTake(Limit.TAKE_START, account.toString());
    }

    /** Whether the account may open one more socket now. */
    public boolean mayConnect(AccountId account) {
        return limits.tryTake(Limit.PRACTICE_SOCKET, account.toString());
    }

    public StartedPractice start(AccountId account, StartPracticeCommand command) {
        return practice.start(account, command);
    }

    public void complete(AccountId account, UUID session, JudgedTake take) {
        practice.complete(account, session, take);
    }
}
