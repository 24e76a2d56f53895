package vn.loa.catalog.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import vn.loa.catalog.web.ContentChoices.Choice;
import vn.loa.catalog.web.ContentChoices.Choices;
import vn.loa.common.web.Visit;

/** Where the fields of a product stand in its form, what they are called there, and how their values are read by people. */
final class ContentPlaces {
    private ContentPlaces() {}

    /** Name of the form's field for one of the API, such as {@code title.vi} or {@code credits[0].name}. */
    static String field(String ofApi) {
        var whole = ofApi.replaceAll("\\[.*", "");
        var language = whole.indexOf('.') < 0 ? "" : whole.substring(whole.indexOf('.'));
        return switch (whole.replaceAll("\\..*", "")) {
            case "title" -> "ten" + language;
            case "summary" -> "tom-tat" + language;
            case "body" -> "noi-dung" + language;
            case "genre" -> "the-loai";
            case "topics" -> "chu-de";
            case "audiences" -> "doi-tuong";
            case "localities" -> "dia-ban";
            case "agency" -> "co-quan";
            case "year" -> "nam";
            case "deliverable" -> "chi-tieu";
            case "credits" -> "vai-tro";
            case "consents" -> "nguoi";
            default -> "ten.vi";
        };
    }

    /** Id of the element. */
    static String idOf(String ofApi) {
        var field = field(ofApi);
        return field.equals("nguoi") ? "su-dong-y" : field.replace('.', '-');
    }

    static String label(Visit visit, Choices choices, String ofApi) {
        return nameOf(visit, choices, field(ofApi));
    }

    /** What a field of the form is called. */
    static String nameOf(Visit visit, Choices choices, String field) {
        var dot = field.indexOf('.');
        return dot < 0
                ? visit.text("edit.field." + field)
                : visit.text("edit.field." + field.substring(0, dot)) + " ("
                        + language(visit, choices, field.substring(dot + 1)) + ")";
    }

    private static String language(Visit visit, Choices choices, String code) {
        return choices.languages().stream()
                .filter(language -> language.code().equals(code))
                .map(language -> visit.of(language.label()))
                .findFirst()
                .orElse(code);
    }

    /** What a field holds, for people: formatted text without its tags, chosen things by their names. */
    static String readable(Visit visit, Choices choices, String field, String value) {
        if (field.startsWith(ContentForm.BODY)) {
            return plain(value);
        }
        var known = switch (field) {
            case "chu-de" -> choices.topics();
            case "doi-tuong" -> choices.audiences();
            case "dia-ban" -> choices.localities();
            case "the-loai" -> choices.genres();
            case "co-quan" -> choices.agencies();
            case "chi-tieu" ->
                choices.promises().stream()
                        .map(promise -> new Choice(promise.code(), promise.title(), 0))
                        .toList();
            default -> List.<Choice>of();
        };
        if (known.isEmpty()) {
            return field.equals("phat-lai") ? visit.text(value.isEmpty() ? "product.new" : "product.replay") : value;
        }
        var names =
                known.stream().collect(Collectors.toMap(Choice::code, choice -> visit.of(choice.label()), (a, b) -> a));
        return Arrays.stream(value.split("\n"))
                .map(code -> names.getOrDefault(code, code))
                .collect(Collectors.joining("\n"));
    }

    /** With a line for each paragraph. */
    static String plain(String html) {
        var text = Jsoup.parseBodyFragment(html);
        text.select("p, h2, h3, li, blockquote").forEach(block -> block.appendText("\n"));
        text.select("br").forEach(line -> line.after("\n"));
        return text.body().wholeText().strip();
    }
}
