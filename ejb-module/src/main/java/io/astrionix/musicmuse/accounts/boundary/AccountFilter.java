package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Which accounts to list.
 *
 * @param text part of the email or the name; empty for all
 * @param role null for all
 * @param locked null for all; true for locked ones, false for the others
 */
public record AccountFilter(
        @NotNull @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*")
        String text,

        Role role,
        Boolean locked) implements Serializable {}
