package io.astrionix.musicmuse.inserver.inside;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

/** Shows the application's persistence unit to tests. */
@Stateless
@PermitAll
public class ApplicationPersistence {

    @PersistenceUnit
    private EntityManagerFactory factory;

    public EntityManagerFactory factory() {
        return factory;
    }
}
