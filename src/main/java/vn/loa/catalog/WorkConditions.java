package vn.loa.catalog;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a {@link WorkFilter} means to the database, as conditions on a product {@code p} and its newest revision {@code r}. */
final class WorkConditions {
    /** What a filter narrows by. What somebody chooses is counted as if nothing of the same part were chosen. */
    enum Part {
        NONE,
        STATE,
        GENRE,
        TOPIC,
        LANGUAGE,
        YEAR,
        LOCALITY,
        OWN
    }

    private static final String NOTHING = "1 = 0";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private WorkConditions() {}

    /**
     * Whose list it is.
     *
     * @param username of the one who had a hand in their own
     * @param places ids of the units beyond which they do nothing; null is everywhere
     * @param unit id of the unit that the filter names, if there is such a one
     */
    record Asked(
            WorkFilter filter, String username, @Nullable Collection<Long> places, Optional<Long> unit) {}

    static WorkConditions of(Asked asked, Part except) {
        var all = new WorkConditions();
        var filter = asked.filter();
        if (asked.places() != null) {
            all.within(asked.places());
        }
        if (!filter.words().isBlank()) {
            all.words(filter.words());
        }
        if (except != Part.STATE && !filter.state().isEmpty()) {
            all.equal("p.state", filter.state().toUpperCase(Locale.ROOT).replace('-', '_'));
        }
        if (except != Part.GENRE && !filter.genre().isEmpty()) {
            all.equal("r.genre", filter.genre());
        }
        if (except != Part.TOPIC && !filter.topic().isEmpty()) {
            all.conditions.add("r.id in (select x.revision from product_topic x where x.topic in (with recursive"
                    + " below (code) as (select cast(" + all.value(filter.topic())
                    + " as text) union select t.code from below join topic t on t.parent = below.code)"
                    + " select code from below))");
        }
        if (except != Part.LANGUAGE) {
            all.languages(filter);
        }
        if (except != Part.YEAR && !filter.year().isEmpty()) {
            all.equal("cast(r.production_year as text)", filter.year());
        }
        if (except != Part.LOCALITY && !filter.locality().isEmpty()) {
            all.conditions.add(asked.unit().map(all::below).orElse(NOTHING));
        }
        if (except != Part.OWN && filter.own()) {
            all.conditions.add(all.own(asked.username()));
        }
        return all;
    }

    /** As {@link ProductPolicy} has it: all units of what is worked on and of what is public lie within, and there is one. */
    private void within(Collection<Long> places) {
        var ids = places.isEmpty() ? "-1" : places.stream().map(String::valueOf).collect(Collectors.joining(","));
        conditions.add("exists (select 1 from product_locality x where x.revision = r.id)");
        conditions.add("(p.published_revision is null or exists (select 1 from product_locality x"
                + " where x.revision = p.published_revision))");
        conditions.add("not exists (select 1 from product_locality x where x.revision in (r.id, p.published_revision)"
                + " and x.locality not in (" + ids + "))");
    }

    /** Each word stands in a title or in the address. Words without a letter or digit stand nowhere. */
    private void words(String words) {
        var folded = "folded_titles(cast(json_build_object('q', cast(" + value(words) + " as text)) as text))";
        conditions.add("(select " + folded + ") <> ''");
        conditions.add("(r.folded_titles || '|' || replace(p.slug, '-', ' ')) like all (array(select '%' || word || '%'"
                + " from string_to_table(" + folded + ", ' ') as word))");
    }

    private void languages(WorkFilter filter) {
        if (!filter.complete().isEmpty()) {
            conditions.add(complete(filter.complete()));
        }
        if (!filter.missing().isEmpty()) {
            // Of a language that there is not, nothing is missing.
            conditions.add("exists (select 1 from language l where l.content and l.code = " + value(filter.missing())
                    + ") and not " + complete(filter.missing()));
        }
    }

    private String complete(String language) {
        var code = "cast(" + value(language) + " as text)";
        return "(exists (select 1 from track t where t.product = p.id and t.state = 'approved' and t.language = " + code
                + ") or coalesce(cast(r.body as json) ->> " + code + ", '') <> '')";
    }

    private String below(long unit) {
        return "r.id in (select x.revision from product_locality x where x.locality in (with recursive"
                + " below (id) as (select cast(" + value(unit)
                + " as bigint) union select l.id from below join locality l on l.parent = below.id)"
                + " select id from below))";
    }

    /** That this person had a hand in the product. */
    String own(String username) {
        return "exists (select 1 from audit_entry e where e.subject_kind = 'product' and e.subject_id = p.id"
                + " and e.actor = " + value(username) + ")";
    }

    private void equal(String column, String wanted) {
        conditions.add(column + " = " + value(wanted));
    }

    /** The place in the statement at which a value stands. */
    String value(Object value) {
        values.add(value);
        return "?" + values.size();
    }

    /** To follow {@code where}. */
    String sql() {
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }

    /** Gives the statement its values. */
    Query bind(Query query) {
        for (var i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
