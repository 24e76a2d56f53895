package vn.loa.catalog;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.Role;
import vn.loa.catalog.WorkFilter.Whose;

/** What a {@link WorkFilter} means to the database, as conditions on a product {@code p} and its newest revision {@code r}. */
final class WorkConditions {
    /** What a list is narrowed by. What somebody may choose is counted as if nothing of the same part were chosen. */
    enum Part {
        SCOPE,
        WORDS,
        STATE,
        GENRE,
        TOPIC,
        LANGUAGE,
        YEAR,
        LOCALITY,
        OWN;

        /** Of the column that says whether the condition holds. */
        private String column() {
            return "by_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String NOTHING = "1 = 0";

    private final Map<Part, String> conditions = new EnumMap<>(Part.class);
    private final List<Object> values = new ArrayList<>();
    private final Map<Whose, String> whose = new EnumMap<>(Whose.class);

    /**
     * Whose list it is.
     *
     * @param username of the one who had a hand in their own
     * @param places ids of the units beyond which they do nothing; null is everywhere
     * @param judged codes of the languages that they judge
     * @param unit id of the unit that the filter names, if there is such a one
     */
    record Asked(
            WorkFilter filter,
            String username,
            @Nullable Collection<Long> places,
            Collection<String> judged,
            Optional<Long> unit) {
        /** @param places where they are confined to; null is everywhere */
        static Asked of(WorkFilter filter, Actor by, @Nullable Collection<Long> places, Optional<Long> unit) {
            return new Asked(
                    filter, by.name(), places, by.is(Role.LANGUAGE_REVIEWER) ? by.languages() : Set.of(), unit);
        }
    }

    private WorkConditions(String username, Collection<String> judged) {
        var me = value(username);
        var entrusted =
                "select x.product from product_assignment x join account a on a.id = x.account where a.username = "
                        + me;
        whose.put(
                Whose.OWN,
                // Who says that others see something through has no hand in it.
                "p.id in (select e.subject_id from audit_entry e where e.subject_kind = 'product' and e.actor = " + me
                        + " and e.action not in ('entrust', 'release') union " + entrusted + ")");
        whose.put(Whose.ENTRUSTED, "p.id in (" + entrusted + ")");
        whose.put(Whose.NOBODYS, "p.id not in (select x.product from product_assignment x)");
        whose.put(
                Whose.TO_JUDGE,
                judged.isEmpty()
                        ? NOTHING
                        : "p.state <> 'ARCHIVED' and p.id in (select t.product from track t where t.state = 'ready' and t.language in ("
                                + judged.stream().sorted().map(this::value).collect(Collectors.joining(", ")) + "))");
    }

    static WorkConditions of(Asked asked) {
        var all = new WorkConditions(asked.username(), asked.judged());
        var filter = asked.filter();
        if (asked.places() != null) {
            all.conditions.put(Part.SCOPE, within(asked.places()));
        }
        if (!filter.words().isBlank()) {
            all.conditions.put(Part.WORDS, all.words(filter.words()));
        }
        all.equal(Part.STATE, "p.state", filter.state().toUpperCase(Locale.ROOT).replace('-', '_'));
        all.equal(Part.GENRE, "r.genre", filter.genre());
        all.equal(Part.YEAR, "cast(r.production_year as text)", filter.year());
        if (!filter.topic().isEmpty()) {
            all.conditions.put(Part.TOPIC, all.about(filter.topic()));
        }
        if (!filter.complete().isEmpty()) {
            all.conditions.put(Part.LANGUAGE, all.complete(filter.complete()));
        } else if (!filter.missing().isEmpty()) {
            all.conditions.put(Part.LANGUAGE, all.missing(filter.missing()));
        }
        if (!filter.locality().isEmpty()) {
            all.conditions.put(Part.LOCALITY, asked.unit().map(all::below).orElse(NOTHING));
        }
        var wanted = all.whose.get(filter.whose());
        if (wanted != null) {
            all.conditions.put(Part.OWN, wanted);
        }
        return all;
    }

    private void equal(Part part, String column, String wanted) {
        if (!wanted.isEmpty()) {
            conditions.put(part, column + " = " + value(wanted));
        }
    }

    /** As {@link ProductPolicy} has it: all units of what is worked on and of what is public lie within, and there is one. */
    private static String within(Collection<Long> places) {
        var ids = places.isEmpty() ? "-1" : places.stream().map(String::valueOf).collect(Collectors.joining(","));
        var named = " in (select x.revision from product_locality x)";
        var beyond = " not in (select x.revision from product_locality x where x.locality not in (" + ids + "))";
        return "r.id" + named + " and r.id" + beyond + " and (p.published_revision is null or p.published_revision"
                + named + " and p.published_revision" + beyond + ")";
    }

    /** Each word stands in a title, in a summary or in the address. Words without a letter or digit stand nowhere. */
    private String words(String words) {
        var folded = "folded_titles(cast(json_build_object('q', cast(" + value(words) + " as text)) as text))";
        return "(select " + folded
                + ") <> '' and (r.folded_titles || '|' || coalesce(r.folded_summaries, '') || '|' || replace(p.slug, '-', ' '))"
                + " like all (array(select '%' || word || '%' from string_to_table(" + folded + ", ' ') as word))";
    }

    private String about(String topic) {
        return "r.id in (select x.revision from product_topic x where x.topic in (with recursive below (code) as"
                + " (select cast(" + value(topic)
                + " as text) union select t.code from below join topic t on t.parent = below.code)"
                + " select code from below))";
    }

    private String complete(String language) {
        var code = "cast(" + value(language) + " as text)";
        return "(p.id in (select t.product from track t where t.state = 'approved' and t.language = " + code
                + ") or coalesce(cast(r.body as json) ->> " + code + ", '') <> '')";
    }

    /** Of a language that there is not, nothing is missing. */
    private String missing(String language) {
        return "exists (select 1 from language l where l.content and l.code = " + value(language) + ") and not "
                + complete(language);
    }

    private String below(long unit) {
        return "r.id in (select x.revision from product_locality x where x.locality in (with recursive below (id) as"
                + " (select cast(" + value(unit)
                + " as bigint) union select l.id from below join locality l on l.parent = below.id)"
                + " select id from below))";
    }

    /** The place in the statement at which a value stands. */
    String value(Object value) {
        values.add(value);
        return "?" + values.size();
    }

    /** To follow {@code where}. */
    String sql() {
        return conditions.isEmpty() ? "1 = 1" : "(" + String.join(") and (", conditions.values()) + ")";
    }

    /** Columns that say of each product which conditions hold, and whose it is as {@link #column} calls it; each begins with a comma. */
    String columns() {
        return Stream.concat(
                        whose.entrySet().stream()
                                .map(each -> ", (" + each.getValue() + ") as " + column(each.getKey())),
                        conditions.entrySet().stream()
                                .map(each -> ", (" + each.getValue() + ") as "
                                        + each.getKey().column()))
                .collect(Collectors.joining());
    }

    /** The column that says whether a product is theirs in this way. */
    static String column(Whose each) {
        return "is_" + each.name().toLowerCase(Locale.ROOT);
    }

    /** To follow {@code where} where those columns are at hand: everything but what this part asks. */
    String allBut(Part part) {
        return conditions.keySet().stream()
                .filter(each -> each != part)
                .map(Part::column)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" and "), names -> names.isEmpty() ? "1 = 1" : names));
    }

    /** Gives the statement its values. */
    Query bind(Query query) {
        for (var i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
