package io.astrionix.musicmuse.web.legal;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.legal.boundary.DisclosureCaseView;
import io.astrionix.musicmuse.legal.boundary.DisclosureCases;
import io.astrionix.musicmuse.legal.boundary.DisclosureCommand;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;

/** Backs admin/disclosures.xhtml: requests of authorities, and what is handed over for one. */
@Named
@ViewScoped
public class DisclosuresBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DisclosureCases register;

    @Inject
    private SignedIn signedIn;

    private List<DisclosureCaseView> cases;

    @NotBlank
    @Size(max = 200)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String authority;

    @NotBlank
    @Size(max = 300)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String instrument;

    @NotBlank
    @Size(max = 254)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String email;

    @NotEmpty
    private List<Category> scope = new ArrayList<>();

    @PostConstruct
    void load() {
        cases = register.list();
    }

    /** Action: writes a request down. */
    public void open() {
        register.open(signedIn.account(), new DisclosureCommand(authority, instrument, email, EnumSet.copyOf(scope)));
        authority = null;
        instrument = null;
        email = null;
        scope = new ArrayList<>();
        Messages.info("disclosure.opened");
        load();
    }

    /** Action: sends what the order of a case covers. */
    public void export(UUID id) throws IOException {
        var json = register.export(signedIn.account(), id);
        Faces.sendFile(json.getBytes(StandardCharsets.UTF_8), "musicmuse-disclosure-" + id + ".json", true);
    }

    /** Action: closes a case. */
    public void close(UUID id) {
        register.close(signedIn.account(), id);
        Messages.info("disclosure.closed");
        load();
    }

    public String names(Collection<Category> categories) {
        var words = new Words(Messages.locale());
        return categories.stream().sorted().map(words::category).collect(Collectors.joining(", "));
    }

    /** What a category is called, and its name. */
    public Map<String, Category> getCategories() {
        var words = new Words(Messages.locale());
        var choices = new LinkedHashMap<String, Category>();
        for (var category : Category.values()) {
            choices.put(words.category(category), category);
        }
        return choices;
    }

    public List<DisclosureCaseView> getCases() {
        return cases;
    }

    public String getAuthority() {
        return authority;
    }

    public void setAuthority(String authority) {
        this.authority = authority;
    }

    public String getInstrument() {
        return instrument;
    }

    public void setInstrument(String instrument) {
        this.instrument = instrument;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public List<Category> getScope() {
        return scope;
    }

    public void setScope(List<Category> scope) {
        this.scope = scope;
    }
}
