package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTest {
    @Test
    void a_browser_and_its_system_are_told_in_two_words() {
        assertThat(Device.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/124.0 Safari/537.36 Edg/124.0"))
                .isEqualTo("Edge, Windows");
        assertThat(Device.of("Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/124.0 Mobile Safari/537.36"))
                .isEqualTo("Chrome, Android");
        assertThat(Device.of("Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15"
                        + " (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1"))
                .isEqualTo("Safari, iPhone");
        assertThat(Device.of("Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0"))
                .isEqualTo("Firefox, Linux");
    }

    @Test
    void what_says_nothing_of_itself_is_nothing() {
        assertThat(Device.of(null)).isEmpty();
        assertThat(Device.of("curl/8.5")).isEmpty();
    }
}
