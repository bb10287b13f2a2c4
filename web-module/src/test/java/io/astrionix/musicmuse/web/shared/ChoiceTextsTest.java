package io.astrionix.musicmuse.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.boundary.InvalidAvatarException;
import io.astrionix.musicmuse.accounts.boundary.MusicRegion;
import io.astrionix.musicmuse.accounts.boundary.PageLook;
import io.astrionix.musicmuse.accounts.boundary.SkillLevel;
import io.astrionix.musicmuse.erasure.boundary.OptionalActivity;
import io.astrionix.musicmuse.notification.boundary.MailState;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.privacy.boundary.RequestAlarm;
import io.astrionix.musicmuse.privacy.boundary.RequestChannel;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.privacy.boundary.RequestState;
import io.astrionix.musicmuse.privacy.boundary.RequestStepName;
import io.astrionix.musicmuse.retention.boundary.HoldScope;
import io.astrionix.musicmuse.retention.boundary.InvalidHoldException;
import io.astrionix.musicmuse.retention.boundary.RetentionRequestException;
import io.astrionix.musicmuse.retention.boundary.RuleState;
import io.astrionix.musicmuse.retention.boundary.RunState;
import io.astrionix.musicmuse.retention.boundary.Trouble;
import io.astrionix.musicmuse.support.boundary.EnforcementAction;
import io.astrionix.musicmuse.support.boundary.MessageCategory;
import io.astrionix.musicmuse.support.boundary.ReportKind;
import io.astrionix.musicmuse.support.boundary.ThreadStatus;
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
                Arguments.of("contact.category.", MessageCategory.values()),
                Arguments.of("support.status.", ThreadStatus.values()),
                Arguments.of("abuse.kind.", ReportKind.values()),
                Arguments.of("abuse.action.", EnforcementAction.values()),
                Arguments.of("request.kind.", RequestKind.values()),
                Arguments.of("request.state.", RequestState.values()),
                Arguments.of("request.step.", RequestStepName.values()),
                Arguments.of("request.channel.", RequestChannel.values()),
                Arguments.of("request.alarm.", RequestAlarm.values()),
                Arguments.of("outbox.state.", MailState.values()),
                Arguments.of("outbox.template.", MailTemplate.values()),
                Arguments.of("retention.state.", RuleState.values()),
                Arguments.of("retention.runState.", RunState.values()),
                Arguments.of("retention.trouble.", Trouble.Kind.values()),
                Arguments.of("retention.refused.", RetentionRequestException.Reason.values()),
                Arguments.of("retention.hold.", InvalidHoldException.Reason.values()),
                Arguments.of("holds.scope.", HoldScope.values()),
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
