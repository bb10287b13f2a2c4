package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** Learners register, and guardians come by their children: an invitation would go past age and consent. */
public class RoleNotInvitedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public RoleNotInvitedException() {
        super("admin.users.notInvited", "Only staff are invited");
    }
}
