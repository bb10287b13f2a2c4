package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** There is no such child, or it is another guardian's, or it has come of age: the same answer on purpose. */
public class ChildNotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    ChildNotFoundException() {
        super("guardian.child.notFound", "The caller is not guardian of such a child");
    }
}
