package vn.loa.programmes.delivery;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDateTime;
import java.util.List;
import vn.loa.common.Coded;
import vn.loa.common.Jsons;
import vn.loa.common.Texts;
import vn.loa.programmes.FoundDays.Lost;
import vn.loa.programmes.FoundDays.Silence;

/**
 * What a week was sent without, since it cannot be played.
 *
 * @param count how much that is
 * @param first of it, in order: at most {@value #NAMED}
 */
public record LeftOut(int count, List<Lost> first) {
    static final int NAMED = 20;

    public LeftOut {
        first = List.copyOf(first);
    }

    /** Names no more than the first of it. */
    static LeftOut of(List<Lost> all) {
        return new LeftOut(all.size(), all.subList(0, Math.min(NAMED, all.size())));
    }

    /** How much of it is not named. */
    public int more() {
        return count - first.size();
    }

    /** What is named, as the text of a JSON array, for {@link #parse}. */
    String names() {
        var array = Jsons.array();
        first.forEach(each -> array.add(Jsons.object()
                .add("at", each.at().toString())
                .add("title", each.title().toJsonObject())
                .add("language", each.language())
                .add("why", each.why().code())));
        return array.build().toString();
    }

    static LeftOut parse(int count, String names) {
        try (var reader = Jsons.reader(new StringReader(names))) {
            return new LeftOut(
                    count,
                    reader.readArray().getValuesAs(JsonObject.class).stream()
                            .map(each -> new Lost(
                                    LocalDateTime.parse(each.getString("at")),
                                    Texts.of(each.getJsonObject("title")),
                                    each.getString("language"),
                                    Coded.of(Silence.class, each.getString("why"))))
                            .toList());
        }
    }
}
