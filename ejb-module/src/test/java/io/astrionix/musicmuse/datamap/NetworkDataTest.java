package io.astrionix.musicmuse.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.shared.DataMapProducer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is known of where somebody is. */
class NetworkDataTest {

    private static final Pattern FINER_THAN_A_CITY = Pattern.compile(
            ".*(latitude|longitude|coordinate|geo|street|post_?code|zip_?code|gps).*", Pattern.CASE_INSENSITIVE);

    private final DataMap map = DataMapProducer.read();

    @Test
    @Tag("R10")
    void no_column_says_more_exactly_than_a_city_where_somebody_is() {
        assertThat(map.columns().toList())
                .isNotEmpty()
                .noneMatch(column -> FINER_THAN_A_CITY.matcher(column).matches());
    }

    @Test
    @Tag("R10")
    void a_network_address_is_kept_for_security_alone() {
        var addresses = map.attributes()
                .flatMap(attribute -> attribute.personal().stream())
                .filter(personal -> personal.category() == Category.NETWORK)
                .toList();
        assertThat(addresses).isNotEmpty().allSatisfy(address -> assertThat(address.purposes())
                .isSubsetOf(Purpose.SECURITY, Purpose.SIGN_IN));
    }
}
