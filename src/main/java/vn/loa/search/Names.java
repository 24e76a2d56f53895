package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.editorial.ContentRevision;
import vn.loa.search.PlaceNames.Place;
import vn.loa.taxonomy.Audiences;
import vn.loa.taxonomy.FormerCodes;
import vn.loa.taxonomy.Genres;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Topics;

/**
 * What the values of facets are called, kept in memory until the public content changes. For several threads.
 */
@ApplicationScoped
public class Names {
    @Inject
    private ContentRevision contentRevision;

    @Inject
    private Genres genres;

    @Inject
    private Languages languages;

    @Inject
    private Topics topics;

    @Inject
    private Audiences audiences;

    @Inject
    private Localities localities;

    @Inject
    private FormerCodes formerCodes;

    @Inject
    private SynonymGroups synonyms;

    private final Object reading = new Object();
    private volatile @Nullable Snapshot last;

    /** The names as they are now. One statement while nothing has changed. */
    @Transactional
    public Snapshot current() {
        var revision = contentRevision.current();
        var known = last;
        if (known != null && known.revision == revision) {
            return known;
        }
        return readOnce(revision);
    }

    /** After a change many ask at once; the first reads, and what it has read does for all. */
    private Snapshot readOnce(long revision) {
        synchronized (reading) {
            var known = last;
            if (known != null && known.revision >= revision) {
                return known;
            }
            var read = read(revision);
            last = read;
            return read;
        }
    }

    private Snapshot read(long revision) {
        var labels = new EnumMap<Facet, Map<String, Texts>>(Facet.class);
        labels.put(Facet.GENRE, new HashMap<>());
        var genresByName = new HashMap<String, String>();
        genres.all().forEach(genre -> {
            labels.get(Facet.GENRE).put(genre.code(), genre.label());
            genre.label().asMap().values().forEach(name -> genresByName.put(Folding.fold(name), genre.code()));
        });
        var spoken = new HashMap<String, Texts>();
        var places = new ArrayList<Place>();
        var tongues = new HashMap<String, Texts>();
        languages.all().forEach(language -> {
            spoken.put(language.code(), language.label());
            if (language.isContent()) {
                tongues.put(language.code(), language.label());
                places.add(new Place(
                        "language",
                        language.label(),
                        "/san-pham?" + Facet.LANGUAGE.pageParameter() + "=" + language.code()));
            }
        });
        List.of(Facet.LANGUAGE, Facet.DUB, Facet.SUBTITLE).forEach(facet -> labels.put(facet, spoken));
        labels.put(Facet.TOPIC, new HashMap<>());
        topics.all().forEach(topic -> {
            labels.get(Facet.TOPIC).put(topic.code(), topic.label());
            places.add(new Place("topic", topic.label(), "/chu-de/" + topic.code()));
        });
        labels.put(Facet.AUDIENCE, new HashMap<>());
        audiences.all().forEach(audience -> labels.get(Facet.AUDIENCE).put(audience.code(), audience.label()));
        var units = localities.all();
        labels.put(Facet.LOCALITY, new HashMap<>());
        var former = units.stream()
                .filter(unit -> unit.validTo().isPresent())
                .map(LocalityNames::of)
                .collect(Collectors.toSet());
        // In the order of codes and days: of several units with one code, the newest keeps the bare code.
        var newest = new HashMap<String, Locality>();
        units.forEach(unit -> {
            labels.get(Facet.LOCALITY).put(LocalityNames.of(unit), unit.label());
            newest.put(unit.code(), unit);
        });
        var bare = new HashMap<String, String>();
        newest.forEach((code, unit) -> bare.put(code, LocalityNames.of(unit)));
        places.addAll(UnitPlaces.of(units, localities.successions()));
        return new Snapshot(
                revision,
                labels,
                Map.of(
                        Facet.TOPIC, formerCodes.all(FormerCodes.TOPIC),
                        Facet.AUDIENCE, formerCodes.all(FormerCodes.AUDIENCE),
                        Facet.GENRE, formerCodes.all(FormerCodes.GENRE)),
                genresByName,
                bare,
                former,
                PlaceNames.of(places),
                Tongues.of(tongues),
                Synonyms.of(synonyms.all().stream().map(SynonymGroup::read).toList()));
    }

    /** The names at one moment. Immutable. */
    public static final class Snapshot {
        private final long revision;
        private final Map<Facet, Map<String, Texts>> labels;
        private final Map<Facet, Map<String, String>> formerCodes;
        private final Map<String, String> genresByName;
        private final Map<String, String> newestUnits;
        private final Set<String> formerUnits;
        private final PlaceNames places;
        private final Tongues tongues;
        private final Synonyms synonyms;

        private Snapshot(
                long revision,
                Map<Facet, Map<String, Texts>> labels,
                Map<Facet, Map<String, String>> formerCodes,
                Map<String, String> genresByName,
                Map<String, String> newestUnits,
                Set<String> formerUnits,
                PlaceNames places,
                Tongues tongues,
                Synonyms synonyms) {
            this.revision = revision;
            this.labels = labels;
            this.formerCodes = formerCodes;
            this.genresByName = genresByName;
            this.newestUnits = newestUnits;
            this.formerUnits = formerUnits;
            this.places = places;
            this.tongues = tongues;
            this.synonyms = synonyms;
        }

        /** Without any names. */
        static Snapshot none() {
            return new Snapshot(
                    0,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Set.of(),
                    PlaceNames.of(List.of()),
                    Tongues.none(),
                    Synonyms.none());
        }

        /** What a value is called; a year, and what has no name, is called as it is written. */
        public Texts label(Facet facet, String code) {
            var known = labels.getOrDefault(facet, Map.of());
            return Optional.ofNullable(known.get(present(facet, code))).orElseGet(() -> Texts.of(Texts.FALLBACK, code));
        }

        /**
         * What the index calls a value: of a former code the one that has taken its place; of a locality the newest unit with a bare code; any other as it is.
         */
        String present(Facet facet, String code) {
            var known = facet == Facet.LOCALITY ? newestUnits : formerCodes.getOrDefault(facet, Map.of());
            return known.getOrDefault(code, code);
        }

        /** Whether this value is a locality that is no more. @param code the index's name of it */
        boolean isFormer(Facet facet, String code) {
            return facet == Facet.LOCALITY && formerUnits.contains(code);
        }

        /** What people call what the index calls so: of a locality the bare code when it means this unit. */
        String published(Facet facet, String indexed) {
            var code = facet == Facet.LOCALITY ? indexed.substring(0, Math.max(indexed.indexOf('@'), 0)) : indexed;
            return indexed.equals(newestUnits.get(code)) ? code : indexed;
        }

        /** Which of genre, topic, audience and place has a value that is called just so in Vietnamese. */
        Optional<Facet> facetCalled(String label) {
            return Stream.of(Facet.AUDIENCE, Facet.LOCALITY, Facet.TOPIC, Facet.GENRE)
                    .filter(facet -> labels.getOrDefault(facet, Map.of()).values().stream()
                            .anyMatch(called -> called.in(Texts.FALLBACK).equals(label)))
                    .findFirst();
        }

        /** The code of the genre that is called just so in some language, with or without diacritics. */
        Optional<String> genreCalled(Words words) {
            return Optional.ofNullable(genresByName.get(Folding.fold(words.text())));
        }

        /** What editors have said means the same. */
        Synonyms synonyms() {
            return synonyms;
        }

        /** The languages that works may be in. */
        Tongues tongues() {
            return tongues;
        }

        PlaceNames places() {
            return places;
        }

        /** The same with the units among the words as they are called, unless the words mean just what was typed. */
        Filters meant(Filters typed) {
            return typed.reading(places::withUnitsCalled);
        }
    }
}
