package vn.loa.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleAccountsTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "[::1]", "localhost"})
    void they_are_open_where_only_this_machine_reaches_them(String bind) {
        assertThat(SampleAccounts.isOfThisMachineOnly(bind)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.5", "203.0.113.1", "not an address"})
    void they_are_closed_where_others_reach_them(String bind) {
        assertThat(SampleAccounts.isOfThisMachineOnly(bind)).isFalse();
    }
}
