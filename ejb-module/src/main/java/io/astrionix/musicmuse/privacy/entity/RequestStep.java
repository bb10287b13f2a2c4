package io.astrionix.musicmuse.privacy.entity;

import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.privacy.boundary.RequestStepName;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a step of an answer was done: once for each request, the database sees to it. */
@Entity
@Table(name = "data_request_step")
@Cacheable(false)
public class RequestStep {

    @NotPersonal("surrogate key")
    @Id
    private UUID id;

    @NotPersonal("of which request")
    @Column(name = "request_id", nullable = false, updatable = false)
    private UUID requestId;

    @NotPersonal("one of the steps that every request of its kind has")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private RequestStepName step;

    @NotPersonal("when the program did it")
    @Column(name = "done_at", nullable = false, updatable = false)
    private Instant doneAt;

    protected RequestStep() {} // JPA

    public RequestStep(UUID requestId, RequestStepName step, Instant doneAt) {
        this.id = UUID.randomUUID();
        this.requestId = requestId;
        this.step = step;
        this.doneAt = doneAt;
    }

    public RequestStepName step() {
        return step;
    }

    public Instant doneAt() {
        return doneAt;
    }
}
