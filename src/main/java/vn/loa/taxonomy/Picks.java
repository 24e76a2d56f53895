package vn.loa.taxonomy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.Reading;
import vn.loa.common.Texts;

/** Units, agencies and plans, of which there are many, as people look for them by words and pick one. */
@ApplicationScoped
@Transactional
@Reading
public class Picks {
    @Inject
    private Localities localities;

    @Inject
    private Agencies agencies;

    @Inject
    @Any
    private Instance<PickSource> sources;

    /** What is picked. */
    public enum Kind implements Coded {
        UNIT,
        AGENCY,
        /** Those that wait to be taken into the list among them. */
        ANY_AGENCY,
        /** Of the portal. */
        PLAN
    }

    /**
     * What can be picked.
     *
     * @param label with what it lies in, which tells units of one name apart
     * @param lastDay null while it exists
     * @param proposed whether it is an agency that waits to be taken into the list
     */
    public record Pick(String code, Texts label, @Nullable LocalDate lastDay, boolean proposed) {
        static Pick of(Locality unit) {
            return new Pick(
                    unit.addressName(),
                    unit.labelWithin(),
                    unit.validTo().map(end -> end.minusDays(1)).orElse(null),
                    false);
        }

        static Pick of(Agency agency) {
            return new Pick(
                    agency.code(),
                    agency.name(),
                    agency.validTo().map(end -> end.minusDays(1)).orElse(null),
                    agency.isProposed());
        }
    }

    /** Those in whose names all of these words stand, with or without their marks, those of today first; so many and no more. */
    public List<Pick> find(Kind kind, String words, int most) {
        if (kind == Kind.UNIT) {
            return localities.search(words, most).stream().map(Pick::of).toList();
        }
        var sought = Stream.of(Texts.fold(words).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (kind == Kind.PLAN) {
            return sought.isEmpty() ? List.of() : source(kind).find(sought, most);
        }
        return sought.isEmpty()
                ? List.of()
                : all(kind)
                        .filter(agency -> {
                            var name = Texts.fold(
                                    String.join(" ", agency.label().asMap().values()));
                            return sought.stream().allMatch(name::contains);
                        })
                        .sorted(Comparator.comparing((Pick agency) -> agency.lastDay() != null)
                                .thenComparing(agency -> agency.label().in(Texts.FALLBACK)))
                        .limit(most)
                        .toList();
    }

    private Stream<Pick> all(Kind kind) {
        return (kind == Kind.AGENCY ? agencies.all() : agencies.allAndProposed())
                .stream().map(Pick::of);
    }

    /** Those of these codes, as the public contract has them. At most one statement. */
    public Map<String, Pick> named(Kind kind, Collection<String> codes) {
        var wanted = codes.stream().filter(code -> !code.isEmpty()).collect(Collectors.toUnmodifiableSet());
        return switch (kind) {
            case UNIT -> units(wanted);
            case AGENCY, ANY_AGENCY -> agencies(kind, wanted);
            case PLAN -> source(kind).named(wanted);
        };
    }

    private PickSource source(Kind kind) {
        return sources.stream()
                .filter(source -> source.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing is known of " + kind));
    }

    private Map<String, Pick> units(Set<String> codes) {
        return localities.named(codes).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, unit -> Pick.of(unit.getValue())));
    }

    private Map<String, Pick> agencies(Kind kind, Set<String> codes) {
        return agencies.named(codes).stream()
                .filter(agency -> kind == Kind.ANY_AGENCY || !agency.isProposed())
                .map(Pick::of)
                .collect(Collectors.toMap(Pick::code, Function.identity()));
    }
}
