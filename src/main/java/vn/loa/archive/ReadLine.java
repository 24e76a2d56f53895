package vn.loa.archive;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.catalog.Chapter;
import vn.loa.catalog.Consent;
import vn.loa.catalog.ProductContent;
import vn.loa.catalog.WorkContent;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.Jsons;
import vn.loa.common.Texts;
import vn.loa.common.Violation;

/** Makes what an editor would have written of the cells of a line. Columns that a sheet does not have leave what there is as it is. */
final class ReadLine {
    private static final Set<String> YES = Set.of("có", "co", "x", "1", "true", "yes", "phát lại");
    private static final Set<String> NO = Set.of("", "không", "khong", "0", "false", "no", "sản xuất mới");

    /** So many places that may be meant are told. */
    private static final int MOST_CANDIDATES = 5;

    /** Stands in for what must be there and cannot be read, while the rest is looked at. */
    private static final JsonObject HARMLESS = Jsons.object()
            .add("genre", "-")
            .add("year", 2000)
            .add("title", Jsons.object().add(Texts.FALLBACK, "-"))
            .build();

    private ReadLine() {}

    /**
     * @param content empty when something is wrong with it
     * @param chapters those that it shall have; empty when they stay as they are
     * @param readable what of it can be read, so that all is told at once that is wrong with a line; empty when nothing can
     */
    record Read(
            Optional<ProductContent> content,
            Optional<List<Chapter>> chapters,
            Optional<ProductContent> readable,
            List<LineFault> faults) {}

    /** @param work as the product stands; empty for a new one */
    static Read read(Map<String, String> cells, Optional<WorkContent> work, Vocabulary words) {
        var before = work.map(WorkContent::content);
        var faults = new ArrayList<LineFault>();
        var chapters =
                ChapterWords.read(cells, work.map(WorkContent::chapters).orElse(List.of()), words.written(), faults);
        var json = before.map(content -> Jsons.object(content.toJson())).orElseGet(Jsons::object);
        one(cells, SheetColumn.GENRE, text -> json.add("genre", words.code("genre", text)));
        one(cells, SheetColumn.YEAR, text -> json.add("year", year(text)));
        one(cells, SheetColumn.AGENCY, text -> either(json, "agency", words.code("agency", text)));
        one(cells, SheetColumn.DELIVERABLE, text -> either(json, "deliverable", text));
        one(cells, SheetColumn.REPLAY, text -> replay(text, json, faults));
        several(cells, SheetColumn.LOCALITIES, text -> json.add("localities", places(text, words, faults)));
        List.of(SheetColumn.TOPICS, SheetColumn.AUDIENCES)
                .forEach(column ->
                        several(cells, column, text -> json.add(column.field(), codes(column, text, words))));
        several(cells, SheetColumn.CONSENTS, text -> json.add("consents", consents(text, faults)));
        several(cells, SheetColumn.CREDITS, text -> json.add("credits", credits(text, faults)));
        List.of(SheetColumn.TITLE, SheetColumn.SUMMARY, SheetColumn.BODY)
                .forEach(column -> texts(cells, column, before, words, json));
        if (before.isEmpty()) {
            cells.forEach((column, text) -> {
                if (text.strip().equals(SheetColumn.KEPT)) {
                    faults.add(new LineFault(column, "kept-new", ""));
                }
            });
        }
        var written = json.build();
        try {
            var content = content(written, before);
            takenBack(content, before, faults);
            return new Read(
                    faults.isEmpty() ? Optional.of(content) : Optional.empty(), chapters, Optional.of(content), faults);
        } catch (InvalidInput wrong) {
            wrong.violations().forEach(violation -> faults.add(fault(violation, cells)));
            return new Read(Optional.empty(), chapters, withoutFaults(written, wrong, before), faults);
        }
    }

    private static ProductContent content(JsonObject written, Optional<ProductContent> before) {
        var fields = new JsonFields(written);
        var content = ProductContent.read(fields);
        fields.finish();
        return before.map(is -> written.containsKey("consents")
                        ? content.with(keeping(content.consents(), is.consents()))
                        : content.with(is.consents()))
                .orElse(content);
    }

    /** What somebody has taken back stays in the record, whatever a sheet says. */
    private static List<Consent> keeping(List<Consent> written, List<Consent> before) {
        return Stream.concat(
                        written.stream(),
                        before.stream()
                                .filter(consent -> consent.withdrawnOn().isPresent() && !written.contains(consent)))
                .toList();
    }

    /** Who takes back a consent to a work that is here takes it from the public at once: that is done on its page, not by a sheet. */
    private static void takenBack(ProductContent content, Optional<ProductContent> before, List<LineFault> faults) {
        before.ifPresent(is -> content.consents().stream()
                .filter(consent ->
                        consent.withdrawnOn().isPresent() && !is.consents().contains(consent))
                .forEach(consent -> faults.add(
                        new LineFault(SheetColumn.CONSENTS.code(), "consents-withdrawn", consent.person()))));
    }

    /** The same with something harmless in place of what cannot be read. */
    private static Optional<ProductContent> withoutFaults(
            JsonObject written, InvalidInput wrong, Optional<ProductContent> before) {
        var rest = Jsons.object(written);
        wrong.violations().forEach(violation -> {
            var field = base(violation);
            if (HARMLESS.containsKey(field)) {
                rest.add(field, HARMLESS.get(field));
            } else {
                rest.remove(field);
            }
        });
        try {
            return Optional.of(content(rest.build(), before));
        } catch (InvalidInput worse) {
            return Optional.empty();
        }
    }

    private static String base(Violation violation) {
        return violation.field().replaceAll("[\\[.].*", "");
    }

    private interface Taking {
        void take(String text);
    }

    private static void one(Map<String, String> cells, SheetColumn column, Taking taking) {
        several(cells, column, text -> taking.take(text.strip()));
    }

    /** As it stands there: a line feed at its end says that it is one thing, whatever is in it. */
    private static void several(Map<String, String> cells, SheetColumn column, Taking taking) {
        var text = cells.get(column.code());
        if (text != null && !text.strip().equals(SheetColumn.KEPT)) {
            taking.take(text);
        }
    }

    /** What is no number is no year that there could be. */
    private static int year(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static void either(JsonObjectBuilder json, String field, String text) {
        if (text.isEmpty()) {
            json.remove(field);
        } else {
            json.add(field, text);
        }
    }

    private static void replay(String text, JsonObjectBuilder json, List<LineFault> faults) {
        var word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            faults.add(new LineFault(SheetColumn.REPLAY.code(), "replay", text));
        }
        json.add("replay", YES.contains(word));
    }

    private static JsonArrayBuilder places(String text, Vocabulary words, List<LineFault> faults) {
        var codes = Jsons.array();
        for (var part : Cells.parts(text)) {
            var meant = words.places(part);
            if (meant.size() > 1) {
                faults.add(new LineFault(
                        SheetColumn.LOCALITIES.code(),
                        "place-many",
                        part + ": "
                                + meant.stream()
                                        .limit(MOST_CANDIDATES)
                                        .map(PlaceNames.Place::said)
                                        .collect(Collectors.joining("; "))
                                + (meant.size() > MOST_CANDIDATES ? "; …" : "")));
            } else {
                codes.add(meant.isEmpty() ? part : meant.get(0).code());
            }
        }
        return codes;
    }

    private static JsonArrayBuilder codes(SheetColumn column, String text, Vocabulary words) {
        var codes = Jsons.array();
        Cells.parts(text).forEach(part -> codes.add(words.code(column.field(), part)));
        return codes;
    }

    private static JsonArrayBuilder consents(String text, List<LineFault> faults) {
        var consents = Jsons.array();
        for (var part : Cells.parts(text)) {
            ConsentWords.read(part)
                    .ifPresentOrElse(
                            consents::add,
                            () -> faults.add(new LineFault(SheetColumn.CONSENTS.code(), "consents-form", part)));
        }
        return consents;
    }

    private static JsonArrayBuilder credits(String text, List<LineFault> faults) {
        var credits = Jsons.array();
        for (var part : Cells.parts(text)) {
            Cells.credit(part)
                    .ifPresentOrElse(
                            credit -> credits.add(
                                    Jsons.object().add("role", credit.role()).add("name", credit.name())),
                            () -> faults.add(new LineFault(SheetColumn.CREDITS.code(), "credits", part)));
        }
        return credits;
    }

    private static void texts(
            Map<String, String> cells,
            SheetColumn column,
            Optional<ProductContent> before,
            Vocabulary words,
            JsonObjectBuilder json) {
        var texts = Jsons.object(before.map(content -> switch (column) {
                    case TITLE -> content.title();
                    case SUMMARY -> content.summary();
                    default -> content.body();
                })
                .map(is -> is.toJsonObject())
                .orElse(JsonValue.EMPTY_JSON_OBJECT));
        for (var language : words.written()) {
            var text = cells.get(new SheetColumn.Cell(column, language).name());
            if (text != null && !text.strip().equals(SheetColumn.KEPT)) {
                either(texts, language, text.strip());
            }
        }
        json.add(column.field(), texts);
    }

    /** Says of a violation in which column it is. What to do about it is said by column. */
    static LineFault fault(Violation violation, Map<String, String> cells) {
        var base = base(violation);
        var whole = base.matches("title|summary|body|chapters") ? base + ".vi" : base;
        var column = violation.field().matches("(title|summary|body)\\.[a-z]+") ? violation.field() : whole;
        return cells.containsKey(column)
                ? new LineFault(column, base, cells.getOrDefault(column, "").strip())
                : new LineFault("", "other", violation.field());
    }
}
