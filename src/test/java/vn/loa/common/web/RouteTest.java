package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTest {
    private final Route route = Route.of("/san-pham/{slug}", "/view.xhtml");

    @Test
    void a_place_stands_for_exactly_one_segment() {
        assertThat(route.match("/san-pham/con-bo")).contains(Map.of("slug", "con-bo"));
        assertThat(route.match("/san-pham/24@2025-07-01")).contains(Map.of("slug", "24@2025-07-01"));
        assertThat(route.match("/san-pham/")).isEmpty();
        assertThat(route.match("/san-pham/a/b")).isEmpty();
        assertThat(route.match("/san-pham")).isEmpty();
    }

    @Test
    void signs_in_a_path_mean_themselves() {
        assertThat(Route.of("/a.b", "/view.xhtml").match("/axb")).isEmpty();
    }
}
