package vn.loa.catalog.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.web.ChapterRows.Row;
import vn.loa.common.web.Reconciled;

/**
 * The chapters that somebody has written, brought together with those that others have saved since their page was made. What only one of them changed, added or
 * took away is so.
 *
 * @param rows in the order of their times, where these can be read
 * @param clashes where both have written: by {@link #field}, what the other has saved, or {@link #GONE} or {@link #BACK}
 */
record ChapterMeeting(List<Row> rows, Map<String, String> clashes) {
    /** In place of a time: the other has taken away what was changed here. */
    static final String GONE = "gone";

    /** In place of a time: what was taken away here is there again, because the other has changed it. */
    static final String BACK = "back";

    static final String TIME = "luc";

    /** Parts the time of a chapter from the field that a value is of. */
    private static final String OF = "|";

    ChapterMeeting {
        rows = List.copyOf(rows);
        clashes = new LinkedHashMap<>(clashes);
    }

    private record Met(Row row, Map<String, String> theirs) {}

    /** Thrown where nothing may be saved, so that nothing is. */
    static final class Clash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param base the chapters of which the page was made
     * @param mine what was sent
     * @param there the chapters that there are by now
     * @param languages codes of those in which titles were sent
     */
    static ChapterMeeting of(List<Row> base, List<Row> mine, List<Row> there, List<String> languages) {
        var before = byTime(base);
        var here = byTime(mine);
        var now = byTime(there);
        var times = new LinkedHashSet<>(here.keySet());
        times.addAll(now.keySet());
        var all = new ArrayList<Met>();
        for (var time : times) {
            var met = met(before.get(time), here.get(time), now.get(time), languages);
            if (met != null) {
                all.add(met);
            }
        }
        if (all.stream().allMatch(met -> ChapterRows.read(met.row().at()).isPresent())) {
            all.sort((one, other) -> Long.compare(
                    ChapterRows.read(one.row().at()).orElseThrow(),
                    ChapterRows.read(other.row().at()).orElseThrow()));
        }
        var rows = new ArrayList<Row>();
        var clashes = new LinkedHashMap<String, String>();
        for (var met : all) {
            var number = rows.size() + 1;
            rows.add(new Row(number, met.row().was(), met.row().at(), met.row().titles()));
            met.theirs().forEach((field, value) -> clashes.put(field(number, field), value));
        }
        return new ChapterMeeting(rows, clashes);
    }

    /** The name of a field of a form. @param of {@link #TIME} or the code of a language */
    static String field(int number, String of) {
        return of.equals(TIME) ? TIME + "." + number : "ten." + number + "." + of;
    }

    /** By where they began when they were read; new ones by where they begin. */
    private static Map<String, Row> byTime(List<Row> rows) {
        var byTime = new LinkedHashMap<String, Row>();
        for (var row : rows) {
            var time = row.was().isEmpty()
                    ? ChapterRows.read(row.at()).map(ChapterRows::written).orElse(row.at())
                    : row.was();
            // Two of one time are told apart, and later told that they are.
            byTime.put(byTime.containsKey(time) ? time + " " + row.number() : time, row);
        }
        return byTime;
    }

    private static @Nullable Met met(
            @Nullable Row base, @Nullable Row mine, @Nullable Row there, List<String> languages) {
        if (mine == null || there == null) {
            return alone(base, mine, there, languages);
        }
        var once = base == null ? Map.<String, String>of() : fields(base, languages);
        var joined = Reconciled.of(once, fields(mine, languages), fields(there, languages));
        return new Met(row(there.at(), joined.values()), joined.theirs());
    }

    /** One of which one of them has nothing. */
    private static @Nullable Met alone(
            @Nullable Row base, @Nullable Row mine, @Nullable Row there, List<String> languages) {
        var left = mine == null ? Objects.requireNonNull(there) : mine;
        var isUntouched = base != null && fields(base, languages).equals(fields(left, languages));
        if (isUntouched) {
            return null;
        }
        var row = row(mine == null ? left.at() : "", fields(left, languages));
        return new Met(row, base == null ? Map.of() : Map.of(TIME, mine == null ? BACK : GONE));
    }

    private static Row row(String was, Map<String, String> fields) {
        var titles = new TreeMap<>(fields);
        titles.remove(TIME);
        return new Row(0, was, fields.getOrDefault(TIME, ""), titles);
    }

    private static Map<String, String> fields(Row row, List<String> languages) {
        var fields = new HashMap<String, String>();
        fields.put(TIME, ChapterRows.read(row.at()).map(ChapterRows::written).orElse(row.at()));
        languages.forEach(language -> fields.put(language, row.title(language)));
        return fields;
    }

    /** Rows as one map, to be sent along with a page. */
    static Map<String, String> written(List<Row> rows) {
        var all = new LinkedHashMap<String, String>();
        for (var row : rows) {
            all.put(row.at() + OF, "");
            row.titles().forEach((language, title) -> all.put(row.at() + OF + language, title));
        }
        return all;
    }

    /** What {@link #written} makes. */
    static List<Row> read(Map<String, String> written) {
        var titles = new LinkedHashMap<String, Map<String, String>>();
        written.forEach((name, title) -> {
            var at = name.indexOf(OF);
            if (at >= 0) {
                var ofOne = titles.computeIfAbsent(name.substring(0, at), none -> new TreeMap<>());
                if (at < name.length() - 1) {
                    ofOne.put(name.substring(at + 1), title);
                }
            }
        });
        return titles.entrySet().stream()
                .map(one -> new Row(0, one.getKey(), one.getKey(), one.getValue()))
                .toList();
    }
}
