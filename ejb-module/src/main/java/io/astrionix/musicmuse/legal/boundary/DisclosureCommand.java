package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.datamap.Category;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * A request of a lawful authority.
 *
 * @param email of the account it is about
 * @param instrument the order and its number
 * @param scope what the order covers; nothing else is handed over
 */
public record DisclosureCommand(
        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*")
        String authority,

        @NotBlank @Size(max = 300) @Pattern(regexp = "\\P{Cntrl}*")
        String instrument,

        @NotBlank @Size(max = 254) @Pattern(regexp = "\\P{Cntrl}*")
        String email,

        @NotEmpty Set<Category> scope) {

    public DisclosureCommand {
        scope = Set.copyOf(scope);
    }
}
