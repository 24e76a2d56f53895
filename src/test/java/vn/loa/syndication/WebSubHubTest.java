package vn.loa.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Hub;

class WebSubHubTest {
    @Test
    void a_hub_hears_of_all_feeds_at_once() throws Exception {
        var hub = new Hub();

        assertThat(new WebSubHub(hub.address()).tell(List.of("https://loa.vn/feeds/vi.xml", "https://loa.vn/a?b=c&d")))
                .isEmpty();
        assertThat(hub.told()).containsExactly("https://loa.vn/feeds/vi.xml", "https://loa.vn/a?b=c&d");
    }

    @Test
    void what_keeps_a_hub_from_hearing_is_said() throws Exception {
        var hub = new Hub();
        hub.begin(1);

        assertThat(new WebSubHub(hub.address()).tell(List.of("https://loa.vn/")))
                .contains("answered 503");
        assertThat(new WebSubHub("http://127.0.0.1:1/").tell(List.of("https://loa.vn/")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub.example.com", "ftp://hub.example.com", "https://", "no address"})
    void what_is_no_address_of_a_hub_is_refused_by_its_setting(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebSubSettings(Optional.of(written)))
                .withMessageContaining("LOA_WEBSUB_HUB")
                .withMessageContaining(written);
    }
}
