package io.astrionix.musicmuse.inserver.inside.roles;

import io.astrionix.musicmuse.shared.Role;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.EnumMap;
import java.util.Map;

/** One caller for each role. */
@Dependent
public class Callers {

    @EJB(beanName = "LearnerCaller")
    private Caller learner;

    @EJB(beanName = "GuardianCaller")
    private Caller guardian;

    @EJB(beanName = "TrainerCaller")
    private Caller trainer;

    @EJB(beanName = "OrgAdminCaller")
    private Caller orgAdmin;

    @EJB(beanName = "SupportCaller")
    private Caller support;

    @EJB(beanName = "FinanceCaller")
    private Caller finance;

    @EJB(beanName = "TrustCaller")
    private Caller trust;

    @EJB(beanName = "PlatformAdminCaller")
    private Caller platformAdmin;

    public Map<Role, Caller> byRole() {
        var callers = new EnumMap<Role, Caller>(Role.class);
        callers.put(Role.LEARNER, learner);
        callers.put(Role.GUARDIAN, guardian);
        callers.put(Role.TRAINER, trainer);
        callers.put(Role.ORG_ADMIN, orgAdmin);
        callers.put(Role.SUPPORT, support);
        callers.put(Role.FINANCE, finance);
        callers.put(Role.TRUST, trust);
        callers.put(Role.PLATFORM_ADMIN, platformAdmin);
        return callers;
    }
}
