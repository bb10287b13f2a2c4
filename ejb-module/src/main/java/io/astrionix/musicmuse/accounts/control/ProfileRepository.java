package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.Avatar;
import io.astrionix.musicmuse.accounts.entity.Profile;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Profiles and avatars in the database. */
@Dependent
public class ProfileRepository {

    @PersistenceContext
    private EntityManager em;

    /** @throws NoSuchElementException if the account is gone */
    public Account account(AccountId id) {
        return Optional.ofNullable(em.find(Account.class, id.value())).orElseThrow();
    }

    public Optional<Profile> find(AccountId account) {
        return Optional.ofNullable(em.find(Profile.class, account.value()));
    }

    public Profile findOrAdd(AccountId account) {
        return find(account).orElseGet(() -> {
            var profile = new Profile(account);
            em.persist(profile);
            return profile;
        });
    }

    public boolean hasAvatar(AccountId account) {
        return em.createQuery("select count(a) from Avatar a where a.accountId = :account", Long.class)
                        .setParameter("account", account.value())
                        .getSingleResult()
                == 1;
    }

    public Optional<byte[]> avatar(AccountId account) {
        return Optional.ofNullable(em.find(Avatar.class, account.value())).map(Avatar::picture);
    }

    public void keepAvatar(AccountId account, byte[] picture, Instant at) {
        var avatar = em.find(Avatar.class, account.value());
        if (avatar == null) {
            em.persist(new Avatar(account, picture, at));
        } else {
            avatar.become(picture, at);
        }
    }

    public void removeAvatar(AccountId account) {
        em.createQuery("delete from Avatar a where a.accountId = :account")
                .setParameter("account", account.value())
                .executeUpdate();
    }
}
