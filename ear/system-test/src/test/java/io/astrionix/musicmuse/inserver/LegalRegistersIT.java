package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.inserver.inside.roles.Callers;
import io.astrionix.musicmuse.legal.boundary.DisclosureCaseNotFoundException;
import io.astrionix.musicmuse.legal.boundary.DisclosureCases;
import io.astrionix.musicmuse.legal.boundary.DisclosureCommand;
import io.astrionix.musicmuse.legal.boundary.DisclosureSubjectException;
import io.astrionix.musicmuse.legal.boundary.LegalBlock;
import io.astrionix.musicmuse.legal.boundary.LegalDocument;
import io.astrionix.musicmuse.legal.boundary.LegalPages;
import io.astrionix.musicmuse.legal.boundary.ProcessingRecord;
import io.astrionix.musicmuse.legal.boundary.ProcessorCommand;
import io.astrionix.musicmuse.legal.boundary.ProcessorNotFoundException;
import io.astrionix.musicmuse.legal.boundary.TransferGround;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The registers of the trust team: requests of authorities, processors. */
class LegalRegistersIT extends Deployed {

    @Inject
    private DisclosureCases cases;

    @Inject
    private ProcessingRecord register;

    @Inject
    private LegalPages pages;

    @Inject
    private Callers callers;

    @Inject
    private TestSignIns signIns;

    @Inject
    private TestAccounts accounts;

    private AccountId trust;
    private UUID signIn;

    @BeforeEach
    void somebody_of_the_trust_team_signs_in() throws Exception {
        trust = signIns.person(Role.TRUST);
        signIn = signIns.signIn(trust, SignInLevel.SECOND_FACTOR);
    }

    @AfterEach
    void forget() {
        accounts.update("delete from musicmuse.processor");
        accounts.update("delete from musicmuse.disclosure_case");
    }

    @Test
    @Tag("R26")
    @Tag("R71")
    void data_goes_to_an_authority_only_by_an_open_case_and_only_what_its_order_covers() throws Exception {
        var learner = accounts.create();
        accounts.session(learner, 30, true);
        var nothing = UUID.randomUUID();
        assertThatThrownBy(() -> asTrust(() -> cases.export(trust, nothing)))
                .isInstanceOf(DisclosureCaseNotFoundException.class);
        assertThat(audited("DISCLOSURE_EXPORTED", "REFUSED")).isEqualTo(1);
        assertThatThrownBy(() -> asTrust(() -> cases.open(trust, order("nobody@nowhere.test"))))
                .isInstanceOf(DisclosureSubjectException.class);

        var id = asTrust(() -> cases.open(trust, order(TestSignIns.email(learner))));
        var json = asTrust(() -> cases.export(trust, id));

        assertThat(json)
                .contains("PracticeSession", "tune-twinkle")
                .doesNotContain(TestSignIns.email(learner), "Account\"");
        assertThat(audited("DISCLOSURE_CASE_OPENED", "DONE")).isEqualTo(1);
        assertThat(audited("DISCLOSURE_EXPORTED", "DONE")).isEqualTo(1);

        asTrust(() -> {
            cases.close(trust, id);
            return true;
        });
        assertThatThrownBy(() -> asTrust(() -> cases.export(trust, id)))
                .isInstanceOf(DisclosureCaseNotFoundException.class);
        assertThat(asTrust(() -> cases.list())).singleElement().satisfies(found -> {
            assertThat(found.isOpen()).isFalse();
            assertThat(found.exportedAt()).isNotNull();
        });
        signIns.grewStale(signIn);
        assertThatThrownBy(() -> asTrust(() -> cases.export(trust, id)))
                .isInstanceOf(CredentialNotFreshException.class);
        assertThatThrownBy(() -> asTrust(() -> {
                    cases.close(trust, id);
                    return true;
                }))
                .isInstanceOf(CredentialNotFreshException.class);
    }

    @Test
    @Tag("R34")
    @Tag("R65")
    void a_processor_is_in_the_record_and_on_the_privacy_page_until_its_contract_ends() throws Exception {
        asTrust(() -> {
            register.add(
                    trust,
                    new ProcessorCommand(
                            "Rack & Sons",
                            Recipient.HOSTING_PROVIDER,
                            "United States",
                            TransferGround.STANDARD_CLAUSES,
                            "SCC 7",
                            LocalDate.of(2026, 4, 1)));
            return true;
        });
        var id = asTrust(() -> register.processors()).get(0).id();
        assertThat(privacyPage()).contains("Rack & Sons (United States; standard contractual clauses)");
        assertThat(asTrust(() -> register.asJson(trust, Locale.ENGLISH))).contains("SCC 7", "\"activities\"");
        assertThat(asTrust(() -> register.asCsv(trust, Locale.ENGLISH))).contains("\"SCC 7\"");
        assertThat(audited("PROCESSING_RECORD_EXPORTED", "DONE")).isEqualTo(2);

        end(id);
        assertThatThrownBy(() -> end(id)).isInstanceOf(ProcessorNotFoundException.class);
        assertThat(privacyPage()).doesNotContain("Rack & Sons");
        assertThat(asTrust(() -> register.processors())).singleElement().satisfies(ended -> assertThat(ended.endedOn())
                .isNotNull());
    }

    private void end(UUID id) throws Exception {
        asTrust(() -> {
            register.end(trust, id);
            return true;
        });
    }

    private static DisclosureCommand order(String email) {
        return new DisclosureCommand("District court", "Order 12/2026", email, Set.of(Category.PRACTICE));
    }

    private String privacyPage() {
        return pages.page(LegalDocument.PRIVACY, Optional.empty(), Locale.ENGLISH).orElseThrow().blocks().stream()
                .flatMap(LegalBlock::plain)
                .collect(Collectors.joining("\n"));
    }

    private long audited(String action, String outcome) {
        return accounts.number(
                "select count(*) from musicmuse.audit_entry e join musicmuse.audit_subject s on e.actor = s.pseudonym"
                        + " where e.action = ? and e.outcome = ? and s.account_id = ?",
                action,
                outcome,
                trust.value());
    }

    private <T> T asTrust(Callable<T> work) throws Exception {
        return callers.byRole().get(Role.TRUST).call(work);
    }
}
