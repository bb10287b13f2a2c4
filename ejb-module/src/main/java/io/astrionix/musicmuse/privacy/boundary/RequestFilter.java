package io.astrionix.musicmuse.privacy.boundary;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** Which requests are asked for; what is empty does not narrow. */
public record RequestFilter(
        @NotNull Optional<RequestKind> kind, @NotNull Optional<Boolean> open) {}
