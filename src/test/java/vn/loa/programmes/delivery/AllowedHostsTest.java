package vn.loa.programmes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.AddressRange;

class AllowedHostsTest {
    private static final AllowedHosts NONE_NAMED = new AllowedHosts(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.31.255.255",
                "192.168.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "fd00::1",
                "fe80::1",
                "ff02::1"
            })
    void nobody_is_reached_who_stands_beside_the_portal(String address) {
        assertThatExceptionOfType(NotDelivered.class)
                .isThrownBy(() -> NONE_NAMED.find(address))
                .extracting(NotDelivered::why)
                .isEqualTo(Obstacle.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.162.0.1", "1.1.1.1", "172.32.0.1", "2405:4800::1"})
    void everybody_is_who_can_be_reached_by_all(String address) throws NotDelivered {
        assertThat(NONE_NAMED.find(address)).hasSize(1);
    }

    @Test
    void the_operator_names_others() throws NotDelivered {
        var hosts = new AllowedHosts(List.of(AddressRange.of("", "10.1.0.0/16"), AddressRange.of("", "127.0.0.1")));

        assertThat(hosts.find("10.1.200.3")).hasSize(1);
        assertThatExceptionOfType(NotDelivered.class).isThrownBy(() -> hosts.find("10.2.0.1"));
        assertThat(hosts.mayGoWithoutTls("127.0.0.1")).isTrue();
        assertThat(hosts.mayGoWithoutTls("10.1.200.3")).isFalse();
        assertThat(hosts.mayGoWithoutTls("localhost"))
                .as("a name may lead elsewhere")
                .isFalse();
        assertThat(NONE_NAMED.mayGoWithoutTls("127.0.0.1")).isFalse();
    }
}
