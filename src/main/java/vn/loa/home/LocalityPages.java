package vn.loa.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.loa.catalog.ProductCards;
import vn.loa.catalog.ProductLists;
import vn.loa.common.Page;
import vn.loa.common.Reading;
import vn.loa.home.LocalityPage.PlaceLink;
import vn.loa.plans.PlanPages;
import vn.loa.programmes.PublicProgrammes;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Reads what the pages of places show, in a constant number of statements. */
@ApplicationScoped
@Transactional
@Reading
public class LocalityPages {
    private static final int SIZE = 24;

    @Inject
    private Localities localities;

    @Inject
    private ProductLists products;

    @Inject
    private ProductCards cards;

    @Inject
    private PlanPages plans;

    @Inject
    private PublicProgrammes programmes;

    /**
     * The place that this name means.
     *
     * @param name a code, with {@code @} and the day it began where that is needed
     * @param number of the page of its products, from 1; everything else is on the first
     */
    public Optional<LocalityPage> find(String name, int number) {
        return localities.find(name).map(place -> page(place, number));
    }

    /** What the place that this name means is called in addresses; empty when there is no such place. One statement. */
    public Optional<String> nameOf(String name) {
        return localities.find(name).map(Locality::addressName);
    }

    private LocalityPage page(Locality place, int number) {
        var within = localities.within(place);
        var ids = products.forLocalities(within, number, SIZE);
        return new LocalityPage(
                place.code(),
                place.label(),
                place.validFrom(),
                place.validTo().orElse(null),
                place.parent().map(LocalityPages::link).orElse(null),
                links(place.successors()),
                links(place.predecessors()),
                links(below(place, localities.childrenOf(place))),
                number == 1 ? plans.forLocalities(within) : List.of(),
                number == 1 && programmes.isShown(place),
                new Page<>(cards.of(ids.items()), ids.total(), number, SIZE));
    }

    /** Below a unit of today stand the units of today; below one that is no more, those of its time. */
    private static List<Locality> below(Locality place, List<Locality> children) {
        return children.stream()
                .filter(child -> place.validTo().isPresent() || child.validTo().isEmpty())
                .toList();
    }

    private static List<PlaceLink> links(List<Locality> places) {
        return places.stream().map(LocalityPages::link).toList();
    }

    private static PlaceLink link(Locality place) {
        return new PlaceLink(place.addressName(), place.label(), place.validTo().isPresent());
    }
}
