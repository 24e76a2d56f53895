package vn.loa.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard;
import vn.loa.common.Messages;
import vn.loa.common.Texts;

/** Says of a work that was found by a language that was asked for how one has it in that language, where no found word says so already. */
final class InTongue {
    private static final Pattern MARKED = Pattern.compile("<mark>(.*?)</mark>");

    private InTongue() {}

    /**
     * @param code of the language
     * @param known what the row quotes already; null for nothing
     * @param title with the found words marked; null when none stands in it
     */
    static @Nullable Snippet told(
            String code,
            ProductCard card,
            @Nullable Snippet known,
            @Nullable String title,
            List<FoundPart> places,
            Names.Snapshot names) {
        var marked = Stream.of(
                        Stream.ofNullable(title),
                        Stream.ofNullable(known).map(Snippet::html),
                        places.stream().map(FoundPart::snippet))
                .flatMap(each -> each);
        if (marked.anyMatch(html -> names.tongues().isNamedIn(found(html), code))) {
            return known;
        }
        return how(code, card)
                .map(how -> new Snippet(
                        before(known, card) + Messages.in(Texts.FALLBACK).text("found.belongs." + how) + " "
                                + Snippet.marked(Snippet.OPEN
                                        + names.label(Facet.LANGUAGE, code).in(Texts.FALLBACK)
                                        + Snippet.CLOSE),
                        Texts.FALLBACK))
                .orElse(known);
    }

    private static String found(String html) {
        return MARKED.matcher(html).results().map(match -> match.group(1)).reduce("", (all, word) -> all + " " + word);
    }

    private static String before(@Nullable Snippet known, ProductCard card) {
        var said = known != null && known.language().equals(Texts.FALLBACK)
                ? known.html()
                : Snippet.marked(
                        card.summary().asMap().getOrDefault(Texts.FALLBACK, "").strip());
        return said.isEmpty() ? "" : said + " ";
    }

    private static Optional<String> how(String code, ProductCard card) {
        if (card.voices().contains(code)) {
            return Optional.of("dub");
        }
        if (card.standIns().contains(code)) {
            return Optional.of("standin");
        }
        if (card.subtitles().contains(code)) {
            return Optional.of("subtitle");
        }
        return card.languages().contains(code) ? Optional.of("language") : Optional.empty();
    }
}
