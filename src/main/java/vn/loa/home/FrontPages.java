package vn.loa.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.Listening;
import vn.loa.catalog.ProductCard;
import vn.loa.catalog.ProductCards;
import vn.loa.catalog.ProductLists;
import vn.loa.catalog.ProductPages;
import vn.loa.catalog.PublicTracks;
import vn.loa.catalog.TopicPages;
import vn.loa.common.Reading;
import vn.loa.plans.PlanLine;
import vn.loa.plans.PlanPages;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Genres;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Medium;

/** Reads what the front page shows, in a constant number of statements. */
@ApplicationScoped
@Transactional
@Reading
public class FrontPages {
    private static final int FILMS = 3;
    private static final int SKITS = 4;
    private static final int READING = 3;

    @Inject
    private SiteSettings site;

    @Inject
    private Genres genres;

    @Inject
    private ProductLists products;

    @Inject
    private ProductCards cards;

    @Inject
    private ProductPages pages;

    @Inject
    private PublicTracks tracks;

    @Inject
    private TopicPages topics;

    @Inject
    private PlanPages plans;

    @Inject
    private Localities localities;

    /** The front page for a visitor who wants this. */
    public FrontPage read(Listening wanted) {
        Map<Medium, List<String>> byMedium = genres.all().stream()
                .collect(Collectors.groupingBy(Genre::medium, Collectors.mapping(Genre::code, Collectors.toList())));
        var filmGenres = codes(byMedium, Medium.VIDEO);
        var soundGenres = codes(byMedium, Medium.AUDIO);
        var readingGenres = codes(byMedium, Medium.TEXT, Medium.PRINT);
        var films = products.newestOfGenres(filmGenres, FILMS + 1);
        var skits = products.newestOfGenres(soundGenres, SKITS + 1);
        var reading = products.newestOfGenres(readingGenres, READING);
        var ids = new ArrayList<Long>(skits);
        ids.addAll(films);
        ids.addAll(reading);
        var found = cards.of(ids).stream().collect(Collectors.toMap(ProductCard::id, card -> card));
        var hero = first(skits, found).or(() -> first(ids, found)).orElse(null);
        return new FrontPage(
                hero,
                hero == null ? null : pages.player(hero.id(), wanted).orElse(null),
                topics.top(),
                tracks.voices(codes(byMedium, Medium.AUDIO, Medium.VIDEO)).entrySet().stream()
                        .map(voice -> new FrontPage.Voice(voice.getKey(), voice.getValue()))
                        .sorted(Comparator.comparingLong(FrontPage.Voice::works)
                                .reversed()
                                .thenComparing(FrontPage.Voice::language))
                        .toList(),
                others(films, hero, found, FILMS),
                others(skits, hero, found, SKITS),
                others(reading, hero, found, READING),
                plan(),
                filmGenres,
                soundGenres,
                readingGenres);
    }

    /** One thing to do first: of what is new to listen to, what most people understand, else the newest film or text. */
    private static Optional<ProductCard> first(List<Long> ids, Map<Long, ProductCard> found) {
        // Of several with as many languages, the stream's first: the newest.
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(card -> -card.dubs().size()));
    }

    private static List<String> codes(Map<Medium, List<String>> byMedium, Medium... media) {
        var codes = new ArrayList<String>();
        for (var medium : media) {
            codes.addAll(byMedium.getOrDefault(medium, List.of()));
        }
        return codes;
    }

    private static List<ProductCard> others(
            List<Long> ids, @Nullable ProductCard hero, Map<Long, ProductCard> found, int atMost) {
        return ids.stream()
                .filter(id -> hero == null || id != hero.id())
                .map(found::get)
                .filter(card -> card != null)
                .limit(atMost)
                .toList();
    }

    /** The newest plan of the portal's own place; of any place when that has none. */
    private @Nullable PlanLine plan() {
        return localities
                .find(site.locality())
                .map(place -> place.id())
                .flatMap(id -> plans.forLocalities(List.of(id)).stream().findFirst())
                .or(() -> plans.list(1, 1).items().stream().findFirst())
                .orElse(null);
    }
}
