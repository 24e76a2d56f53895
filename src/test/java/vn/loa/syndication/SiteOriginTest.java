package vn.loa.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteOriginTest {
    @ParameterizedTest
    @CsvSource({
        "https://xa.caobang.gov.vn/tin/bai-1?id=7#a, https://xa.caobang.gov.vn",
        "HTTPS://Xa.CaoBang.gov.vn, https://xa.caobang.gov.vn",
        "https://xa.vn:443/, https://xa.vn",
        "http://xa.vn:8080/a, http://xa.vn:8080",
        "http://[::1]:80/a, http://[::1]",
        "http://10.0.0.7/, http://10.0.0.7"
    })
    void of_an_address_only_the_origin_is_kept(String address, String origin) {
        assertThat(SiteOrigin.of(address)).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "about:client",
                "javascript://x",
                "https://",
                "https://user:secret@xa.vn/",
                "https://xa.vn:99999/",
                "https://xa .vn/",
                "https://xa..vn/",
                "https://xã.vn/",
                "https://xa.vn; script-src *",
                "ftp://xa.vn/"
            })
    void what_is_no_origin_of_the_web_is_not_kept(String address) {
        assertThat(SiteOrigin.of(address)).isEmpty();
    }

    @Test
    void an_origin_is_written_without_a_path() {
        assertThat(SiteOrigin.exactly(" https://Xa.vn/ ")).contains("https://xa.vn");
        assertThat(SiteOrigin.exactly("https://xa.vn/tin")).isEmpty();
        assertThat(SiteOrigin.exactly("*")).isEmpty();
    }
}
