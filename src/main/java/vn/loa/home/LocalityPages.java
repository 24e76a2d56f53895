package vn.loa.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.catalog.ProductCards;
import vn.loa.catalog.Products;
import vn.loa.home.LocalityPage.PlaceLink;
import vn.loa.plans.PlanPages;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Reads what the pages of places show, in a constant number of statements. */
@ApplicationScoped
@Transactional
public class LocalityPages {
    private static final int PRODUCTS = 24;

    @Inject
    private Localities localities;

    @Inject
    private Products products;

    @Inject
    private ProductCards cards;

    @Inject
    private PlanPages plans;

    /** The place that this name means: a code, with {@code @} and the day it began where that is needed. */
    public Optional<LocalityPage> find(String name) {
        return localities.find(name).map(this::page);
    }

    private LocalityPage page(Locality place) {
        var predecessors = localities.predecessorsOf(place);
        var children = localities.childrenOf(place);
        var ids = Stream.of(List.of(place), predecessors, children)
                .flatMap(List::stream)
                .map(Locality::id)
                .filter(Objects::nonNull)
                .toList();
        return new LocalityPage(
                place.code(),
                place.label(),
                place.validFrom(),
                place.validTo().orElse(null),
                place.parent().map(LocalityPages::link).orElse(null),
                links(place.successors()),
                links(predecessors),
                links(below(place, children)),
                plans.forLocalities(ids),
                cards.of(products.forLocalities(ids, PRODUCTS)));
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
