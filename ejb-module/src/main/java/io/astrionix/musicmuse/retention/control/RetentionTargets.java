package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.datamap.DataMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** All tables that the engine ends rows of, read once: each chunk asks for them. */
@ApplicationScoped
public class RetentionTargets {

    private List<RetentionTarget> targets;

    public RetentionTargets() {} // required by the proxy

    @Inject
    public RetentionTargets(DataMap map) {
        this.targets = RetentionTarget.of(map);
    }

    List<RetentionTarget> all() {
        return targets;
    }

    /** Ids of the rules that end rows, in the order of retention.yml. */
    List<String> rules() {
        return targets.stream().map(target -> target.rule().id()).distinct().toList();
    }

    /** Empty where the engine runs no such rule. */
    List<RetentionTarget> of(String rule) {
        return targets.stream()
                .filter(target -> target.rule().id().equals(rule))
                .toList();
    }
}
