package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.RegistrationService;
import io.astrionix.musicmuse.shared.Operator;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.UnknownFields;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Backs register.xhtml. Each post ends with a redirect, so that going back or loading again posts nothing twice. */
@Named
@RequestScoped
public class RegisterBacking {

    private static final Logger LOG = System.getLogger(RegisterBacking.class.getName());

    private static final String FORM = "register";
    private static final Set<String> FIELDS =
            Set.of("name", "email", "password", "birthMonth", "birthYear", "privacyRead", "submit");

    @Inject
    private RegistrationService registration;

    @Inject
    private RefusedVisitor visitor;

    @Inject
    private Operator operator;

    private final RegisterForm form = new RegisterForm();

    /** Action: registers, and says the same whether or not the address has an account. */
    public String register() {
        logUnknownFields();
        if (!visitor.isRefused()) {
            var outcome = registration.register(form.toCommand(Messages.locale()));
            if (outcome == RegistrationService.Outcome.MAIL_SENT) {
                return "/register.xhtml?faces-redirect=true&sent=yes";
            }
            visitor.refuse();
        }
        return "/register.xhtml?faces-redirect=true";
    }

    /** Their names only: what somebody sends without being asked is nobody's business. */
    private static void logUnknownFields() {
        var posted = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        var unknown = UnknownFields.in(posted.keySet(), FORM, FIELDS);
        if (!unknown.isEmpty()) {
            LOG.log(Level.INFO, "Registration ignored fields it does not have: {0}", unknown);
        }
    }

    public List<SelectItem> getMonths() {
        return Arrays.stream(Month.values())
                .map(month -> new SelectItem(
                        month.getValue(), month.getDisplayName(TextStyle.FULL_STANDALONE, Messages.locale())))
                .toList();
    }

    public RegisterForm getForm() {
        return form;
    }

    public Operator getOperator() {
        return operator;
    }

    public boolean isRefused() {
        return visitor.isRefused();
    }
}
