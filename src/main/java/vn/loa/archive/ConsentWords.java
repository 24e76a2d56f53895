package vn.loa.archive;

import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.catalog.Consent;
import vn.loa.common.Jsons;

/**
 * What a person shown has said, as people type it in a cell: who, to what, on which day, where the paper is, and on which day they took it back, parted by strokes; the last
 * three may be left out. A stroke within a text has another kind of stroke before it.
 */
final class ConsentWords {
    private static final int MOST_PARTS = 5;
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /** Days as people of Vietnam write them. */
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern(
                    "[d/M/uuuu][d-M-uuuu][d.M.uuuu][uuuu-M-d]")
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern TAKEN_BACK = Pattern.compile("(?iu)rút(?: lại)?[: ]*");

    private ConsentWords() {}

    /** As the content of a product has it; empty when it cannot be read. */
    static Optional<JsonObject> read(String part) {
        var parts = Arrays.stream(part.split("(?<!\\\\)\\|", -1))
                .map(text -> text.replace("\\|", "|").strip())
                .toList();
        if (parts.size() < 2
                || parts.size() > MOST_PARTS
                || parts.get(0).isEmpty()
                || parts.get(1).isEmpty()) {
            return Optional.empty();
        }
        var consent = Jsons.object().add("person", parts.get(0)).add("scope", parts.get(1));
        try {
            if (isThere(parts, 2)) {
                consent.add("givenOn", day(parts.get(2)));
            }
            if (isThere(parts, 3)) {
                consent.add("document", parts.get(3));
            }
            if (isThere(parts, 4)) {
                consent.add("withdrawnOn", day(TAKEN_BACK.matcher(parts.get(4)).replaceFirst("")));
            }
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
        return Optional.of(consent.build());
    }

    private static boolean isThere(List<String> parts, int place) {
        return place < parts.size() && !parts.get(place).isEmpty();
    }

    private static String day(String text) {
        return LocalDate.parse(text, TYPED).toString();
    }

    /** As {@link #read} takes it. */
    static String written(Consent consent) {
        var text = escaped(consent.person()) + " | " + escaped(consent.scope()) + " | "
                + consent.givenOn().map(WRITTEN::format).orElse("") + " | "
                + consent.document().map(ConsentWords::escaped).orElse("")
                + consent.withdrawnOn()
                        .map(day -> " | rút " + WRITTEN.format(day))
                        .orElse("");
        return text.replaceAll("(?: \\| *)+$", "");
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }
}
