package vn.loa.syndication;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in one file of a sitemap: the format allows {@value #MOST_ADDRESSES} addresses in one. As long as everything has room in one, it is one.
 *
 * @param general whether the pages that are there in any case stand in it, with topics, stations and questions
 * @param plans pages of the list of plans
 * @param products pages of the list of products
 */
public record SitemapPart(boolean general, Pages plans, Pages products) {
    /** So many the format allows in one file. */
    static final int MOST_ADDRESSES = 50_000;

    /** @param first from 1 @param last counted; before the first when there are none */
    record Pages(int first, int last) {
        static final Pages NONE = new Pages(1, 0);
    }

    /**
     * All parts, in order; at least one.
     *
     * @param general how many addresses there are besides plans and products
     * @param languages in how many each page stands in it
     * @param most addresses in one part
     */
    static List<SitemapPart> of(Amount general, Amount plans, Amount products, int languages, int most) {
        if ((general.count() + plans.count() + products.count()) * languages <= most) {
            return List.of(new SitemapPart(true, plans.all(), products.all()));
        }
        var parts = new ArrayList<SitemapPart>();
        parts.add(new SitemapPart(true, Pages.NONE, Pages.NONE));
        plans.split(most / languages).forEach(pages -> parts.add(new SitemapPart(false, pages, Pages.NONE)));
        products.split(most / languages).forEach(pages -> parts.add(new SitemapPart(false, Pages.NONE, pages)));
        return parts;
    }

    /** How much there is of something that is read page by page. @param count of all @param size of a page */
    record Amount(long count, int size) {
        private Pages all() {
            return new Pages(1, pages());
        }

        private int pages() {
            return Math.toIntExact((count + size - 1) / size);
        }

        /** @param most in each */
        private List<Pages> split(int most) {
            var step = Math.max(1, most / size);
            var split = new ArrayList<Pages>();
            for (var first = 1; first <= pages(); first += step) {
                split.add(new Pages(first, Math.min(first + step - 1, pages())));
            }
            return split;
        }
    }
}
