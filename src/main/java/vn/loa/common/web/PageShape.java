package vn.loa.common.web;

import java.util.List;
import vn.loa.common.Page;

/** A page of a list as the API writes it. */
public record PageShape<T>(long total, int page, int size, List<T> items) {
    public static <T> PageShape<T> of(Page<T> page) {
        return new PageShape<>(page.total(), page.number(), page.size(), page.items());
    }
}
