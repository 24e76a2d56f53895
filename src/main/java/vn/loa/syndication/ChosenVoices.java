package vn.loa.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.catalog.Episode;
import vn.loa.catalog.Episodes;
import vn.loa.catalog.ProductCard;
import vn.loa.search.Facet;
import vn.loa.search.Filters;

/** In which language each product of a list is meant, where the list is narrowed to some: whoever asks for Mông is given Mông. */
@ApplicationScoped
public class ChosenVoices {
    @Inject
    private Episodes episodes;

    /**
     * @param languages code of the language that a product is meant in, by its id; without those of which none is
     * @param heard what is heard of it in that language, by its id; without those that are read
     */
    public record Chosen(Map<Long, String> languages, Map<Long, Episode> heard) {
        public static final Chosen NONE = new Chosen(Map.of(), Map.of());

        public Chosen {
            languages = Map.copyOf(languages);
            heard = Map.copyOf(heard);
        }
    }

    /** A constant number of statements for each language that the list is narrowed to; none where it is not. */
    public Chosen of(List<ProductCard> cards, Filters filters) {
        var wanted = Stream.concat(filters.chosen(Facet.DUB).stream(), filters.chosen(Facet.LANGUAGE).stream())
                .distinct()
                .toList();
        var languages = new HashMap<Long, String>();
        for (var card : cards) {
            // What can be heard before what can only be read.
            Stream.concat(
                            wanted.stream().filter(card.dubs()::contains),
                            wanted.stream().filter(card.languages()::contains))
                    .findFirst()
                    .ifPresent(language -> languages.put(card.id(), language));
        }
        var heard = new HashMap<Long, Episode>();
        cards.stream()
                .filter(card -> card.dubs().contains(languages.getOrDefault(card.id(), "")))
                .map(ProductCard::id)
                .collect(Collectors.groupingBy(languages::get))
                .forEach((language, ids) ->
                        episodes.of(ids, language).forEach(episode -> heard.put(episode.id(), episode)));
        return new Chosen(languages, heard);
    }
}
