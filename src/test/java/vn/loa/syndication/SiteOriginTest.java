package vn.loa.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void all_sites_below_a_domain_are_allowed_at_once_and_none_beside_it() {
        var below = List.of(SiteOrigin.pattern("https://*.CaoBang.gov.vn/").orElseThrow());

        assertThat(below).containsExactly("https://*.caobang.gov.vn");
        assertThat(SiteOrigin.isAmong("https://xa.caobang.gov.vn", below)).isTrue();
        assertThat(SiteOrigin.isAmong("https://caobang.gov.vn", below)).isFalse();
        assertThat(SiteOrigin.isAmong("https://xacaobang.gov.vn", below)).isFalse();
        assertThat(SiteOrigin.isAmong("http://xa.caobang.gov.vn", below)).isFalse();
        assertThat(SiteOrigin.isAmong("https://xa.caobang.gov.vn:8443", below)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*",
                "https://*.vn",
                "https://*.*.vn",
                "https://xa.*.vn",
                "https://*.gov.vn; script-src *"
            })
    void what_would_allow_nearly_everybody_or_is_no_pattern_is_not_kept(String written) {
        assertThat(SiteOrigin.pattern(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://xa.vn, NAME",
        "https://10.vn, NAME",
        "http://203.113.0.9:8080, NUMBER",
        "http://192.168.1.4, INNER",
        "http://10.0.0.7:8080, INNER",
        "http://172.20.1.1, INNER",
        "http://172.32.1.1, NUMBER",
        "http://localhost:3000, INNER",
        "http://may-chu.local, INNER",
        "http://[fe80::1], INNER",
        "http://[2001:db8::1]:81, NUMBER"
    })
    void a_machine_of_ones_own_network_is_told_from_a_site_of_the_web(String origin, SiteOrigin.Host host) {
        assertThat(SiteOrigin.host(origin)).isEqualTo(host);
    }
}
