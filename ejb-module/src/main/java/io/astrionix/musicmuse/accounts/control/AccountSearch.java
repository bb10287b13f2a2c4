package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.AccountFilter;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists accounts for administrators. */
@Dependent
public class AccountSearch {

    @PersistenceContext
    private EntityManager em;

    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(em.find(Account.class, id.value()));
    }

    /** Newest first. */
    public List<Account> find(AccountFilter filter, int first, int count) {
        return query("select a from Account a", filter, " order by a.createdAt desc, a.id", Account.class)
                .setFirstResult(first)
                .setMaxResults(count)
                .getResultList();
    }

    public int count(AccountFilter filter) {
        return query("select count(a) from Account a", filter, "", Long.class)
                .getSingleResult()
                .intValue();
    }

    /** How many who may sign in have the role, beside one. */
    public int countOthers(Role role, AccountId account) {
        return em.createQuery(
                        "select count(a) from Account a where :role member of a.roles and a.status = :active and a.id <> :id",
                        Long.class)
                .setParameter("role", role)
                .setParameter("active", AccountStatus.ACTIVE)
                .setParameter("id", account.value())
                .getSingleResult()
                .intValue();
    }

    private <T> TypedQuery<T> query(String select, AccountFilter filter, String order, Class<T> type) {
        var where = new StringBuilder(" where (a.email like :text escape '!'"
                + " or a.use.hiddenAt is null and lower(a.displayName) like :text escape '!')");
        if (filter.role() != null) {
            where.append(" and :role member of a.roles");
        }
        if (filter.locked() != null) {
            where.append(filter.locked() ? " and a.status = :locked" : " and a.status <> :locked");
        }
        var query =
                em.createQuery(select + where + order, type).setParameter("text", "%" + literally(filter.text()) + "%");
        if (filter.role() != null) {
            query.setParameter("role", filter.role());
        }
        if (filter.locked() != null) {
            query.setParameter("locked", AccountStatus.LOCKED);
        }
        return query;
    }

    private static String literally(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }
}
