package vn.loa.media.documents.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.media.documents.Alignment;

/** How text looks, as far as it matters here. What is null is as in the style that it is laid upon. */
record WordStyle(
        @Nullable Alignment aligned,
        @Nullable Boolean isBold,
        @Nullable Boolean isItalic,
        @Nullable Integer outline,
        @Nullable String numbering,
        @Nullable Integer level) {
    static final WordStyle PLAIN = new WordStyle(null, null, null, null, null, null);

    /** The outline level of ordinary text; headings have smaller ones. */
    private static final int BODY = 9;

    /** This one with what another says on it. */
    WordStyle with(WordStyle over) {
        return new WordStyle(
                over.aligned != null ? over.aligned : aligned,
                over.isBold != null ? over.isBold : isBold,
                over.isItalic != null ? over.isItalic : isItalic,
                over.outline != null ? over.outline : outline,
                over.numbering != null ? over.numbering : numbering,
                over.level != null ? over.level : level);
    }

    Alignment alignment() {
        return aligned == null ? Alignment.LEFT : aligned;
    }

    boolean bold() {
        return Boolean.TRUE.equals(isBold);
    }

    boolean italic() {
        return Boolean.TRUE.equals(isItalic);
    }

    /** From 1. */
    Optional<Integer> heading() {
        return Optional.ofNullable(outline).filter(number -> number < BODY).map(number -> number + 1);
    }

    /** Its list; 0 takes a paragraph out of the list of its style. */
    Optional<String> list() {
        return Optional.ofNullable(numbering).filter(id -> !id.equals("0"));
    }

    /** From 0. */
    int listLevel() {
        return level == null ? 0 : Math.min(level, WordLists.LEVELS - 1);
    }

    /** Collects one from its elements. */
    static final class Reader {
        private final XmlPart part;
        private final List<String> fonts = new ArrayList<>();
        private WordStyle style = PLAIN;
        private @Nullable String named;

        Reader(XmlPart part) {
            this.part = part;
        }

        /** Of the element pPr. */
        void paragraphProperties() {
            part.children(element -> {
                switch (element) {
                    case "pStyle" -> named = part.attribute("val").orElse(null);
                    case "jc" ->
                        part.attribute("val")
                                .ifPresent(value ->
                                        lay(new WordStyle(WordReading.alignment(value), null, null, null, null, null)));
                    case "outlineLvl" ->
                        part.number("val").ifPresent(value -> lay(new WordStyle(null, null, null, value, null, null)));
                    case "numPr" ->
                        part.children(inner -> {
                            switch (inner) {
                                case "numId" ->
                                    lay(new WordStyle(
                                            null,
                                            null,
                                            null,
                                            null,
                                            part.attribute("val").orElse(null),
                                            null));
                                case "ilvl" ->
                                    lay(new WordStyle(
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            part.number("val").orElse(null)));
                                default -> {
                                    // Revisions.
                                }
                            }
                        });
                    default -> {
                        // How it is set.
                    }
                }
            });
        }

        /** Of the element rPr. */
        void runProperties() {
            part.children(element -> {
                switch (element) {
                    case "rStyle" -> named = part.attribute("val").orElse(null);
                    case "b" -> lay(new WordStyle(null, isOn(), null, null, null, null));
                    case "i" -> lay(new WordStyle(null, null, isOn(), null, null, null));
                    case "rFonts" ->
                        List.of("ascii", "hAnsi", "cs")
                                .forEach(script -> part.attribute(script).ifPresent(fonts::add));
                    default -> {
                        // How it is set.
                    }
                }
            });
        }

        private boolean isOn() {
            return part.attribute("val")
                    .map(value -> !value.equals("0") && !value.equals("false") && !value.equals("off"))
                    .orElse(true);
        }

        private void lay(WordStyle over) {
            style = style.with(over);
        }

        WordStyle style() {
            return style;
        }

        /** The style that it is laid upon. */
        Optional<String> named() {
            return Optional.ofNullable(named);
        }

        List<String> fonts() {
            return fonts;
        }
    }
}
