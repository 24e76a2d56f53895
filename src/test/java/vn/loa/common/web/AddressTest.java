package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void a_query_is_read_and_written_again() {
        var address = Address.of("/san-pham", "q=b%C3%B2+t%C3%B3t&tieng=hmn&tieng=tyz");

        assertThat(address.first("q")).contains("bò tót");
        assertThat(address.all("tieng")).containsExactly("hmn", "tyz");
        assertThat(address).hasToString("/san-pham?q=b%C3%B2+t%C3%B3t&tieng=hmn&tieng=tyz");
    }

    @Test
    void parameters_are_set_added_and_taken_away() {
        var address = Address.of("/san-pham", "tieng=hmn&tieng=tyz&trang=3");

        assertThat(address.with("trang", "4")).hasToString("/san-pham?tieng=hmn&tieng=tyz&trang=4");
        assertThat(address.without("tieng", "hmn")).hasToString("/san-pham?tieng=tyz&trang=3");
        assertThat(address.without("tieng").without("trang")).hasToString("/san-pham");
        assertThat(address.without("trang").and("tieng", "vi")).hasToString("/san-pham?tieng=hmn&tieng=tyz&tieng=vi");
    }

    @Test
    void what_cannot_be_read_is_left_out() {
        assertThat(Address.of("/", "a=%zz&=x&&b&c=%")).hasToString("/?b=");
    }

    @Test
    void nothing_leaves_a_parameter() {
        assertThat(Address.of("/").with("q", "a&b=\"<c>#")).hasToString("/?q=a%26b%3D%22%3Cc%3E%23");
    }
}
