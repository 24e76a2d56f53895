package vn.loa.media.documents.reader;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The styles of a DOCX (ECMA-376, part 1, 17.7). */
final class WordStyles {
    /** Styles are based on others; more in a row are a circle. */
    private static final int LONGEST_CHAIN = 20;

    private record Entry(@Nullable String basedOn, WordStyle style) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> fonts = new LinkedHashSet<>();
    private WordStyle defaults = WordStyle.PLAIN;
    private @Nullable String usual;

    static WordStyles of(OfficePackage office) throws IOException {
        var styles = new WordStyles();
        office.read(
                "word/styles.xml",
                part -> part.children(element -> {
                    switch (element) {
                        case "docDefaults" -> styles.defaults(part);
                        case "style" -> styles.style(part);
                        default -> {
                            // What is hidden in the program's menus.
                        }
                    }
                }));
        return styles;
    }

    private void defaults(XmlPart part) {
        part.children(element -> {
            if (element.equals("rPrDefault") || element.equals("pPrDefault")) {
                defaults(part);
            } else {
                defaults = defaults.with(properties(part, element));
            }
        });
    }

    private void style(XmlPart part) {
        var id = part.attribute("styleId").orElse("");
        if (part.attribute("type").filter("paragraph"::equals).isPresent()
                && part.attribute("default")
                        .filter(value -> !value.equals("0") && !value.equals("false"))
                        .isPresent()) {
            usual = id;
        }
        var basedOn = new String[1];
        var style = new WordStyle[] {WordStyle.PLAIN};
        part.children(element -> {
            if (element.equals("basedOn")) {
                basedOn[0] = part.attribute("val").orElse(null);
            } else {
                style[0] = style[0].with(properties(part, element));
            }
        });
        entries.put(id, new Entry(basedOn[0], style[0]));
    }

    private WordStyle properties(XmlPart part, String element) {
        var reader = new WordStyle.Reader(part);
        if (element.equals("pPr")) {
            reader.paragraphProperties();
        } else if (element.equals("rPr")) {
            reader.runProperties();
            fonts.addAll(reader.fonts());
        }
        return reader.style();
    }

    /** The looks of a paragraph. @param id of its style; the usual one when it names none */
    WordStyle paragraph(Optional<String> id) {
        return id.or(() -> Optional.ofNullable(usual))
                .map(known -> defaults.with(resolved(known, 0)))
                .orElse(defaults);
    }

    WordStyle character(String id) {
        return resolved(id, 0);
    }

    private WordStyle resolved(String id, int step) {
        var entry = entries.get(id);
        if (entry == null || step == LONGEST_CHAIN) {
            return WordStyle.PLAIN;
        }
        return entry.basedOn() == null
                ? entry.style()
                : resolved(entry.basedOn(), step + 1).with(entry.style());
    }

    /** All that styles name. */
    Set<String> fonts() {
        return fonts;
    }
}
