package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.InvalidInput;
import vn.loa.common.TimeSource;
import vn.loa.common.Violation;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Audience;
import vn.loa.taxonomy.Audiences;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Genres;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Topic;
import vn.loa.taxonomy.Topics;

/** Finds what contents name among what there is: languages, a genre, an agency, topics, audiences, places, the promise of a plan. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class NamedTerms {
    @Inject
    private Languages languages;

    @Inject
    private Genres genres;

    @Inject
    private Agencies agencies;

    @Inject
    private Topics topics;

    @Inject
    private Audiences audiences;

    @Inject
    private Localities localities;

    @Inject
    private PlanReferences plans;

    @Inject
    private Clock clock;

    /** What a content names. */
    record Described(
            Genre genre,
            @Nullable Agency agency,
            List<Topic> topics,
            List<Audience> audiences,
            List<Locality> localities) {}

    /** What there is of what these name, as long as the running transaction. A constant number of statements, and some for each name that is none any more. */
    Terms of(Collection<ProductContent> contents) {
        var named = contents.stream()
                .map(ProductContent::agency)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var promised = contents.stream()
                .map(ProductContent::deliverable)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var places =
                contents.stream().flatMap(each -> each.localities().stream()).collect(Collectors.toSet());
        var where = localities.named(places);
        return new Terms(
                languages.all(),
                current(genres.all(), Genre::code, genres::find),
                current(agencies.named(named), Agency::code, agencies::find),
                current(topics.all(), Topic::code, topics::find),
                current(audiences.all(), Audience::code, audiences::find),
                name -> Optional.ofNullable(where.get(name)),
                plans.promised(promised),
                LocalDate.ofInstant(clock.instant(), TimeSource.ZONE));
    }

    /** Most codes are those that there are; for one that is not, it is asked whether another has taken its place. */
    private static <T> Function<String, Optional<T>> current(
            List<T> all, Function<T, String> code, Function<String, Optional<T>> find) {
        var known = new HashMap<String, Optional<T>>();
        all.forEach(each -> known.put(code.apply(each), Optional.of(each)));
        return wanted -> known.computeIfAbsent(wanted, find);
    }

    /** What there is. */
    record Terms(
            List<Language> languages,
            Function<String, Optional<Genre>> genres,
            Function<String, Optional<Agency>> agencies,
            Function<String, Optional<Topic>> topics,
            Function<String, Optional<Audience>> audiences,
            Function<String, Optional<Locality>> localities,
            Set<String> promised,
            LocalDate today) {

        /** @throws InvalidInput with all that it names and there is not */
        Described describe(ProductContent content) {
            var wrong = new ArrayList<>(Languages.unknown(content.texts(), languages));
            past(content.consents(), wrong);
            var genre = genres.apply(content.genre());
            if (genre.isEmpty()) {
                wrong.add(new Violation("genre", "is not a genre: " + content.genre()));
            }
            Optional.ofNullable(content.deliverable())
                    .filter(key -> !promised.contains(key))
                    .ifPresent(key -> wrong.add(new Violation("deliverable", "is promised by no plan: " + key)));
            var agency = Optional.ofNullable(content.agency()).map(code -> one("agency", code, agencies, wrong));
            var about = all("topics", content.topics(), topics, wrong);
            var forWhom = all("audiences", content.audiences(), audiences, wrong);
            var where = all("localities", content.localities(), localities, wrong);
            if (!wrong.isEmpty()) {
                throw new InvalidInput(wrong);
            }
            return new Described(
                    genre.orElseThrow(), agency.flatMap(found -> found).orElse(null), about, forWhom, where);
        }

        /** All that it names and there is not. */
        List<Violation> faults(ProductContent content) {
            try {
                describe(content);
                return List.of();
            } catch (InvalidInput wrong) {
                return wrong.violations();
            }
        }

        private void past(List<Consent> consents, List<Violation> wrong) {
            for (var i = 0; i < consents.size(); i++) {
                if (consents.get(i).givenOn().filter(today::isBefore).isPresent()) {
                    wrong.add(new Violation("consents[" + i + "].givenOn", "lies ahead"));
                }
            }
        }

        private static <T> List<T> all(
                String field, List<String> codes, Function<String, Optional<T>> find, List<Violation> wrong) {
            var found = new ArrayList<T>();
            for (var i = 0; i < codes.size(); i++) {
                var place = field + "[" + i + "]";
                var each = one(place, codes.get(i), find, wrong);
                if (codes.indexOf(codes.get(i)) < i) {
                    wrong.add(new Violation(place, "stands twice: " + codes.get(i)));
                }
                // Two codes may have become one since they were read.
                each.filter(one -> !found.contains(one)).ifPresent(found::add);
            }
            return found;
        }

        private static <T> Optional<T> one(
                String field, String code, Function<String, Optional<T>> find, List<Violation> wrong) {
            var found = find.apply(code);
            if (found.isEmpty()) {
                wrong.add(new Violation(field, "is not known: " + code));
            }
            return found;
        }
    }
}
