package vn.loa.media.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Network;

class PlacesTest {
    private static final Network COMMUNE = new Network("192.0.2.1");

    private final Places places = new Places(8);

    @Test
    void alone_a_network_may_have_half_and_no_more() {
        assertThat(taken(COMMUNE, 8)).hasSize(4);
    }

    @Test
    void what_is_left_goes_to_others_a_quarter_each() {
        taken(COMMUNE, 8);

        assertThat(taken(new Network("192.0.2.2"), 8)).hasSize(2);
        assertThat(taken(new Network("192.0.2.3"), 8)).hasSize(2);
        assertThat(taken(new Network("192.0.2.4"), 8)).as("all are taken").isEmpty();
    }

    @Test
    void whoever_gives_a_place_back_twice_gives_back_one() {
        var place = taken(COMMUNE, 1).get(0);
        taken(new Network("192.0.2.2"), 3);
        place.close();
        place.close();

        assertThat(taken(new Network("192.0.2.3"), 8)).as("of four in the first half").hasSize(2);
        assertThat(taken(new Network("192.0.2.4"), 8)).hasSize(2);
        assertThat(taken(new Network("192.0.2.5"), 8)).hasSize(1);
    }

    @Test
    void where_there_is_one_place_whoever_comes_first_has_it() {
        var only = new Places(1);

        var place = only.take(COMMUNE).orElseThrow();
        assertThat(only.take(new Network("192.0.2.2"))).isEmpty();

        place.close();
        assertThat(only.take(new Network("192.0.2.2"))).isPresent();
    }

    private List<Places.Place> taken(Network network, int asked) {
        var had = new ArrayList<Places.Place>();
        for (var i = 0; i < asked; i++) {
            places.take(network).ifPresent(had::add);
        }
        return had;
    }
}
