package io.astrionix.musicmuse.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.boundary.InvalidAvatarException;
import io.astrionix.musicmuse.accounts.boundary.MusicRegion;
import io.astrionix.musicmuse.accounts.boundary.PageLook;
import io.astrionix.musicmuse.accounts.boundary.SkillLevel;
import io.astrionix.musicmuse.erasure.boundary.OptionalActivity;
import io.astrionix.musicmuse.notification.boundary.MailState;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages put these keys together themselves, so that no search for keys finds them. */
class ChoiceTextsTest {

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of("profile.level.", SkillLevel.values()),
                Arguments.of("profile.region.", MusicRegion.values()),
                Arguments.of("profile.look.", PageLook.values()),
                Arguments.of("avatar.", InvalidAvatarException.Reason.values()),
                Arguments.of("outbox.state.", MailState.values()),
                Arguments.of("outbox.template.", MailTemplate.values()),
                Arguments.of("choices.activity.", OptionalActivity.values()),
                Arguments.of("choices.text.", OptionalActivity.values()));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void every_choice_has_its_text(String prefix, Enum<?>[] choices) {
        assertThat(Arrays.stream(choices).map(choice -> prefix + choice.name()).toList())
                .hasSizeGreaterThan(2)
                .isSubsetOf(Messages.keys(Locale.ENGLISH));
    }
}
