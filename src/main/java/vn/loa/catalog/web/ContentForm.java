package vn.loa.catalog.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.loa.catalog.Consent;
import vn.loa.catalog.ProductContent;
import vn.loa.common.RichText;
import vn.loa.common.Texts;

/** What an editor writes of a product, as the fields of a form: each with the values that were written into it, right or wrong. Unmodifiable. */
public final class ContentForm {
    static final String TITLE = "ten.";
    static final String SUMMARY = "tom-tat.";
    static final String BODY = "noi-dung.";

    static final String AGENCY = "co-quan";

    /** Fields of one list: what stands in the same place of each belongs together. */
    private static final List<String> MAKERS = List.of("vai-tro", "nguoi-lam");

    static final List<String> SHOWN = List.of("nguoi", "pham-vi", "ngay", "giay");

    /** More than any form of ours sends. */
    private static final int MOST_VALUES = 200;

    private static final List<String> SINGLE = List.of("the-loai", AGENCY, "nam", "phat-lai", "chi-tieu");
    private static final List<String> CHOICES = List.of("chu-de", "doi-tuong", "dia-ban");

    private final Map<String, List<String>> values;

    private ContentForm(Map<String, List<String>> values) {
        this.values = Map.copyOf(values);
    }

    /** For a product that there is not yet. */
    static ContentForm blank(int year) {
        return new ContentForm(Map.of("nam", List.of(String.valueOf(year))));
    }

    /** @param agency finds the code of an agency for what was written, or leaves it as it is */
    static ContentForm of(HttpServletRequest request, UnaryOperator<String> agency) {
        var values = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, sent) -> {
            if (isField(name)) {
                values.put(name, Stream.of(sent).limit(MOST_VALUES).toList());
            }
        });
        values.computeIfPresent(
                AGENCY, (name, written) -> written.stream().map(agency).toList());
        return new ContentForm(values);
    }

    private static boolean isField(String name) {
        return SINGLE.contains(name)
                || CHOICES.contains(name)
                || MAKERS.contains(name)
                || SHOWN.contains(name)
                || Stream.of(TITLE, SUMMARY, BODY).anyMatch(name::startsWith);
    }

    static ContentForm of(ProductContent content) {
        var values = new LinkedHashMap<String, List<String>>();
        texts(values, TITLE, content.title());
        texts(values, SUMMARY, content.summary());
        texts(values, BODY, content.body());
        values.put("the-loai", List.of(content.genre()));
        values.put("chu-de", content.topics());
        values.put("doi-tuong", content.audiences());
        values.put("dia-ban", content.localities());
        values.put(AGENCY, List.of(Objects.requireNonNullElse(content.agency(), "")));
        values.put("nam", List.of(String.valueOf(content.year())));
        values.put("phat-lai", content.replay() ? List.of("1") : List.of());
        values.put("chi-tieu", List.of(Objects.requireNonNullElse(content.deliverable(), "")));
        values.put(
                "vai-tro", content.credits().stream().map(each -> each.role()).toList());
        values.put(
                "nguoi-lam", content.credits().stream().map(each -> each.name()).toList());
        var open = content.consents().stream()
                .filter(consent -> consent.withdrawnOn().isEmpty())
                .toList();
        values.put("nguoi", open.stream().map(Consent::person).toList());
        values.put("pham-vi", open.stream().map(Consent::scope).toList());
        values.put(
                "ngay",
                open.stream()
                        .map(each -> each.givenOn().map(LocalDate::toString).orElse(""))
                        .toList());
        values.put("giay", open.stream().map(each -> each.document().orElse("")).toList());
        return new ContentForm(values);
    }

    private static void texts(Map<String, List<String>> values, String prefix, Texts texts) {
        texts.asMap().forEach((language, text) -> values.put(prefix + language, List.of(text)));
    }

    /** The first value of a field; empty when it has none. */
    public String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /** One who made it, or one who is shown: the values of the fields that belong together. @param place from 0 */
    public record Row(int place, List<String> values) {
        public String value(int field) {
            return values.get(field);
        }
    }

    public List<Row> makers() {
        return rows(MAKERS);
    }

    public List<Row> shown() {
        return rows(SHOWN);
    }

    /** Without those that were left empty. */
    private List<Row> rows(List<String> fields) {
        var length = fields.stream().mapToInt(field -> all(field).size()).max().orElse(0);
        var rows = new ArrayList<Row>();
        for (var i = 0; i < length; i++) {
            var place = i;
            var row = fields.stream()
                    .map(field -> place < all(field).size() ? all(field).get(place) : "")
                    .toList();
            if (row.stream().anyMatch(value -> !value.isBlank())) {
                rows.add(new Row(rows.size(), row));
            }
        }
        return rows;
    }

    /** The texts of a field in several languages, by language. @param prefix {@link #TITLE} and its like */
    Map<String, String> texts(String prefix) {
        var texts = new LinkedHashMap<String, String>();
        values.forEach((name, written) -> {
            if (name.startsWith(prefix) && !written.isEmpty()) {
                texts.put(name.substring(prefix.length()), written.get(0));
            }
        });
        return texts;
    }

    /** The fields of these forms, those together that belong together. */
    static List<List<String>> units(Collection<ContentForm> forms) {
        var names = new TreeSet<String>();
        forms.forEach(form -> names.addAll(form.values.keySet()));
        var units = new ArrayList<List<String>>();
        names.stream()
                .filter(name -> !MAKERS.contains(name) && !SHOWN.contains(name))
                .forEach(name -> units.add(List.of(name)));
        units.add(MAKERS);
        units.add(SHOWN);
        return units;
    }

    /** The fields that belong together with this one. */
    static List<String> unit(String name) {
        return Stream.of(MAKERS, SHOWN)
                .filter(fields -> fields.contains(name))
                .findFirst()
                .orElse(List.of(name));
    }

    /** With these fields as another has them. */
    ContentForm taking(Collection<String> fields, ContentForm other) {
        var all = new LinkedHashMap<>(values);
        fields.forEach(field -> all.put(field, other.all(field)));
        return new ContentForm(all);
    }

    /** With everything that either has chosen, so that all of it can be named. */
    ContentForm joined(ContentForm other) {
        var all = new LinkedHashMap<>(values);
        Stream.concat(CHOICES.stream(), Stream.of("chi-tieu", AGENCY))
                .forEach(field -> all.put(
                        field,
                        Stream.concat(all(field).stream(), other.all(field).stream())
                                .distinct()
                                .toList()));
        return new ContentForm(all);
    }

    /** What stands in fields that belong together, to be compared and read. */
    String said(List<String> fields) {
        if (fields.size() > 1) {
            return String.join(
                    "\n",
                    rows(fields).stream()
                            .map(row -> String.join(
                                    " · ",
                                    row.values().stream()
                                            .map(String::strip)
                                            .filter(v -> !v.isEmpty())
                                            .toList()))
                            .toList());
        }
        var isBody = fields.get(0).startsWith(BODY);
        var all = all(fields.get(0)).stream()
                .map(text -> isBody ? RichText.sanitise(text) : text.replace("\r\n", "\n"))
                .map(text -> Normalizer.normalize(text.strip(), Normalizer.Form.NFC))
                .filter(text -> !text.isEmpty());
        // What is chosen of a list has no order.
        return String.join("\n", CHOICES.contains(fields.get(0)) ? all.sorted().toList() : all.toList());
    }
}
