package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.AddressRange;

class ClientAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                // what the neighbour says counts only when it is one of ours
                "203.0.113.9 | 198.51.100.1             | none                | 203.0.113.9",
                "203.0.113.9 | 198.51.100.1             | 10.0.0.0/8          | 203.0.113.9",
                "10.0.0.5    | 198.51.100.1             | 10.0.0.0/8          | 198.51.100.1",
                "10.0.0.5    | none                     | 10.0.0.0/8          | 10.0.0.5",
                // anybody may write what stands before what our proxies added
                "10.0.0.5    | 1.2.3.4, 198.51.100.1    | 10.0.0.5            | 198.51.100.1",
                "10.0.0.5    | 198.51.100.1, 10.0.0.6   | 10.0.0.0/8          | 198.51.100.1",
                "10.0.0.5    | 10.0.0.7, 10.0.0.6       | 10.0.0.0/8          | 10.0.0.7",
                // what is no address ends what is believed
                "10.0.0.5    | example.vn               | 10.0.0.0/8          | 10.0.0.5",
                "10.0.0.5    | 198.51.100.1, ''         | 10.0.0.0/8          | 10.0.0.5",
                "10.0.0.5    | 300.1.1.1                | 10.0.0.0/8          | 10.0.0.5",
                "fd00::5     | 2001:db8::1              | fd00::/8            | 2001:db8:0:0:0:0:0:1",
                "fd00::5     | 2001:db8::1              | 0.0.0.0/0           | fd00:0:0:0:0:0:0:5",
                "127.0.0.1   | ::ffff:198.51.100.1      | 127.0.0.1, ::1      | 198.51.100.1"
            })
    void the_client_is_the_first_machine_that_is_not_one_of_our_proxies(
            String neighbour, String forwardedFor, String proxies, String client) {
        assertThat(ClientAddress.client(
                                AddressRange.address(neighbour).orElseThrow(),
                                forwardedFor == null ? List.of() : List.of(forwardedFor),
                                proxies == null
                                        ? List.of()
                                        : Stream.of(proxies.split(","))
                                                .map(each -> AddressRange.of("loa.proxies", each))
                                                .toList())
                        .getHostAddress())
                .isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/-1", "10.0.0.0/", "::1/129", "a.b.c.d"})
    void what_is_no_network_is_refused_with_the_name_of_the_setting(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.of("loa.proxies", text))
                .withMessageContaining("loa.proxies");
    }
}
