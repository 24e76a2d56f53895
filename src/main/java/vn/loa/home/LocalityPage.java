package vn.loa.home;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard;
import vn.loa.common.Page;
import vn.loa.common.Texts;
import vn.loa.plans.PlanLine;

/**
 * Everything that the page of a place shows. What was planned or made for a unit that is no more is found from what it became.
 *
 * @param validTo the first day on which it was no more; null while it exists
 * @param predecessors what it came from
 * @param plans for it, for what it came from and for what is below it, however far; empty beyond the first page
 * @param programme whether everybody sees what its loudspeakers play; not told beyond the first page
 * @param products likewise, page by page
 */
public record LocalityPage(
        String code,
        Texts label,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable PlaceLink parent,
        List<PlaceLink> successors,
        List<PlaceLink> predecessors,
        List<PlaceLink> children,
        List<PlanLine> plans,
        boolean programme,
        Page<ProductCard> products) {

    public LocalityPage {
        successors = List.copyOf(successors);
        predecessors = List.copyOf(predecessors);
        children = List.copyOf(children);
        plans = List.copyOf(plans);
    }

    /** @param name in its address; @param ended whether it is no more */
    public record PlaceLink(String name, Texts label, boolean ended) {}
}
