package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
    void letters_that_came_as_bare_bytes_are_the_letters_they_spell() {
        var bytes = new String("giảm nghèo".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(Address.of("/tim-kiem", "q=" + bytes).first("q")).contains("giảm nghèo");
        assertThat(Address.of("/tim-kiem", "q=giảm nghèo, há").first("q")).contains("giảm nghèo, há");
        assertThat(Address.of("/tim-kiem", "q=há").first("q")).contains("há");
    }

    @Test
    void what_cannot_be_read_is_left_out() {
        assertThat(Address.of("/", "a=%zz&=x&&b&c=%")).hasToString("/?b=");
    }

    @Test
    void nothing_leaves_a_parameter() {
        assertThat(Address.of("/").with("q", "a&b=\"<c>#")).hasToString("/?q=a%26b%3D%22%3Cc%3E%23");
    }

    @Test
    void what_nobody_can_have_meant_is_cut() {
        var tooLong =
                Address.of("/tim-kiem", "q=" + "ệ".repeat(9_000) + "&trang=2").bounded();
        assertThat(tooLong.first("q").orElseThrow()).isEqualTo("ệ".repeat(200));
        assertThat(tooLong.first("trang")).contains("2");

        var half = Address.of("/tim-kiem").with("q", "a".repeat(199) + "😀").bounded();
        assertThat(half.first("q")).contains("a".repeat(199));

        var many = Address.of("/san-pham", "nam=1&".repeat(900)).bounded();
        assertThat(many.all("nam")).hasSize(40);

        var much = Address.of("/san-pham", ("dia-ban=" + "1".repeat(200) + "&").repeat(30))
                .bounded();
        assertThat(much.toString().length()).isBetween(1_500, 2_020);
    }

    @Test
    void what_a_visitor_chooses_is_kept_whole() {
        var chosen = Address.of("/san-pham", "q=gi%E1%BA%A3m&tieng=hmn&tieng=tyz&dia-ban=216%402004-07-08&trang=3");

        assertThat(chosen.bounded()).hasToString(chosen.toString());
    }
}
