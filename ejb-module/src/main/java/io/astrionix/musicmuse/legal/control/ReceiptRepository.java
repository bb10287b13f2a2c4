package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.legal.boundary.LegalDocument;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who was told and shown what: one row of an account and a version, whatever happens first and how often. */
@Dependent
public class ReceiptRepository {

    @PersistenceContext
    private EntityManager em;

    /** @return whether it is the first time */
    public boolean told(AccountId account, LegalDocument document, int number, Instant at) {
        return isWritten(
                em.createNativeQuery("insert into musicmuse.legal_receipt (id, account_id, document, number, told_at)"
                        + " values (gen_random_uuid(), ?, ?, ?, ?) on conflict (account_id, document, number)"
                        + " do update set told_at = excluded.told_at where legal_receipt.told_at is null"),
                account,
                document,
                number,
                at);
    }

    /** @return whether it is the first time */
    public boolean shown(AccountId account, LegalDocument document, int number, Instant at) {
        return isWritten(
                em.createNativeQuery("insert into musicmuse.legal_receipt (id, account_id, document, number, shown_at)"
                        + " values (gen_random_uuid(), ?, ?, ?, ?) on conflict (account_id, document, number)"
                        + " do update set shown_at = excluded.shown_at where legal_receipt.shown_at is null"),
                account,
                document,
                number,
                at);
    }

    /** Those of the accounts who were told. */
    public Set<UUID> told(Collection<UUID> accounts, LegalDocument document, int number) {
        return Set.copyOf(em.createQuery(
                        "select r.accountId from LegalReceipt r where r.document = :document and r.number = :number"
                                + " and r.toldAt is not null and r.accountId in :accounts",
                        UUID.class)
                .setParameter("document", document)
                .setParameter("number", number)
                .setParameter("accounts", accounts)
                .getResultList());
    }

    /** Puts away what there is of this version and earlier ones. */
    public void dismissed(AccountId account, LegalDocument document, int number, Instant at) {
        em.createQuery("update LegalReceipt r set r.dismissedAt = :at where r.accountId = :account"
                        + " and r.document = :document and r.number <= :number and r.dismissedAt is null")
                .setParameter("at", at)
                .setParameter("account", account.value())
                .setParameter("document", document)
                .setParameter("number", number)
                .executeUpdate();
    }

    /** Of each document the newest version that somebody was told of and has not put away. */
    public Map<LegalDocument, Integer> notDismissed(AccountId account) {
        List<Object[]> rows = em.createQuery(
                        "select r.document, max(r.number) from LegalReceipt r where r.accountId = :account"
                                + " and r.toldAt is not null and r.dismissedAt is null group by r.document",
                        Object[].class)
                .setParameter("account", account.value())
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> (LegalDocument) row[0], row -> ((Number) row[1]).intValue()));
    }

    private static boolean isWritten(Query insert, AccountId account, LegalDocument document, int number, Instant at) {
        return insert.setParameter(1, account.value())
                        .setParameter(2, document.name())
                        .setParameter(3, number)
                        .setParameter(4, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}
