package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.ChildView;
import io.astrionix.musicmuse.accounts.boundary.GuardianService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Backs guardian/index.xhtml: the children somebody answers for. */
@Named
@RequestScoped
public class ChildrenBacking {

    @Inject
    private GuardianService guardians;

    private List<ChildView> children;

    @PostConstruct
    void load() {
        children = guardians.children();
    }

    public List<ChildView> getChildren() {
        return children;
    }
}
