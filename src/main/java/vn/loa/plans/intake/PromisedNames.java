package vn.loa.plans.intake;

import java.util.List;
import java.util.Map;

/** Names what is promised: in its own words, with what its row of a table says, or as its heading does where its own words say nothing but the genre. */
final class PromisedNames {
    private final Map<Paragraph, Map<Integer, String>> columns;

    PromisedNames(List<Paragraph> paragraphs) {
        this.columns = TableColumns.telling(paragraphs);
    }

    /**
     * @param from where the name begins
     * @param genreTo where the words for the genre end
     * @param to where what is only about it ends
     */
    PromisedName of(Paragraph paragraph, int from, int genreTo, int to) {
        var name = PromisedName.in(paragraph.text(), from, genreTo, to);
        var row = columns.get(paragraph);
        if (row == null) {
            return name;
        }
        var own = (int) paragraph
                .text()
                .text()
                .substring(0, from)
                .chars()
                .filter(c -> c == '\t')
                .count();
        return name.with(row.entrySet().stream()
                .filter(cell -> cell.getKey() != own)
                .map(Map.Entry::getValue)
                .toList());
    }

    /** The same of the only product that a section promises. */
    PromisedName ofOnly(Chapter chapter, Numbered promise, int to) {
        var name = of(promise.paragraph(), promise.product(), promise.genreTo(), to);
        return name.bare() ? inHeading(chapter, promise.genre(), name) : name;
    }

    private static PromisedName inHeading(Chapter chapter, String genre, PromisedName otherwise) {
        var words = chapter.heading().text();
        var product = Numbered.PRODUCT.matcher(words.folded());
        while (product.find()) {
            if (Genres.of(product.group(1)).equals(genre) && !Letters.isShouted(words.text())) {
                var name = PromisedName.in(words, product.start(), product.end(), words.length());
                return name.bare() ? otherwise : name;
            }
        }
        return otherwise;
    }
}
