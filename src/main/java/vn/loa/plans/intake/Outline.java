package vn.loa.plans.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The headings of a document as a tree, told as depths, each with an address that does not change when others come or go: the numbers on the way to it
 * ({@code ii-2-1}), or that of the article alone ({@code dieu-5}). A number that stands twice gets a letter behind ({@code iii-b}).
 */
final class Outline {
    /** What a section of a plan may have. */
    private static final int DEEPEST = 6;

    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_LETTERED = 100;
    private static final int LONGEST_LABEL = 120;
    private static final int SHORTENED = 100;

    /** The order of lettered points; there is no f, j, w, z. */
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";

    private static final List<String> IN_WORDS = List.of(
            "thu nhat",
            "thu hai",
            "thu ba",
            "thu tu",
            "thu nam",
            "thu sau",
            "thu bay",
            "thu tam",
            "thu chin",
            "thu muoi");

    private static final String END = "tren day la";

    private record Open(int rank, String anchor, boolean arabic) {}

    private record Title(Passage words, boolean shortened, boolean isText, Optional<Passage> rest) {}

    private final List<Chapter> chapters = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<String> anchors = new HashSet<>();
    private final Map<String, Integer> lastOfSiblings = new HashMap<>();
    private final Optional<String> place;

    private Outline(Optional<String> place) {
        this.place = place;
    }

    /**
     * @param body from the first heading on
     * @param place whose name is known, for headings in capitals
     */
    static List<Chapter> of(List<Paragraph> body, Optional<String> place) {
        var outline = new Outline(place);
        for (var i = 0; i < body.size(); i++) {
            var next = i + 1 < body.size() ? body.get(i + 1) : null;
            if (next != null && isNamedBelow(body.get(i), next)) {
                outline.begin(body.get(i), body.get(i).marker().orElseThrow(), name(next));
                outline.addRest(next);
                i++;
            } else {
                outline.add(body.get(i), next);
            }
        }
        return outline.chapters;
    }

    /** "Phần thứ nhất", and below it what it is called. */
    private static boolean isNamedBelow(Paragraph paragraph, Paragraph next) {
        return paragraph.marker().filter(Marker::mayBeNamedBelow).isPresent()
                && paragraph.words().isEmpty()
                && next.marker().isEmpty()
                && next.kind() != IntakeBlock.Kind.ROW
                && name(next).length() <= LONGEST_LABEL
                && Letters.isShouted(name(next).text());
    }

    /** Before what stands in brackets: to which document an annex belongs. */
    private static Passage name(Paragraph paragraph) {
        var bracket = paragraph.text().text().indexOf('(');
        return paragraph.text().part(0, bracket < 0 ? paragraph.text().length() : bracket);
    }

    private void addRest(Paragraph named) {
        var rest = named.text().part(name(named).length(), named.text().length());
        if (!rest.isEmpty()) {
            chapters.get(chapters.size() - 1)
                    .text()
                    .add(new Paragraph(rest, Optional.empty(), named.kind(), false, false));
        }
    }

    /** Index of the paragraph with which the parts begin. */
    static int beginning(List<Paragraph> paragraphs) {
        for (var i = 0; i < paragraphs.size(); i++) {
            if (paragraphs.get(i).marker().filter(Marker::isHeading).isPresent()) {
                return i;
            }
        }
        return paragraphs.size();
    }

    private void add(Paragraph paragraph, @Nullable Paragraph next) {
        var marker = paragraph.marker();
        if (marker.filter(m -> isHeading(m, paragraph, next)).isPresent()) {
            begin(paragraph, marker.get(), null);
        } else if (!chapters.isEmpty() && !paragraph.folded().startsWith(END)) {
            chapters.get(chapters.size() - 1).text().add(paragraph);
        }
    }

    private static boolean isHeading(Marker marker, Paragraph paragraph, @Nullable Paragraph next) {
        if (marker.kind() != Marker.Kind.LETTER) {
            return marker.isHeading() && paragraph.kind() != IntakeBlock.Kind.ROW;
        }
        var last = paragraph.folded().charAt(paragraph.text().length() - 1);
        var unfinished = Character.isLetterOrDigit(last) || last == ')';
        var sentence = last == '.' || last == ';';
        var followed = next != null
                && next.marker()
                        .map(Marker::kind)
                        .filter(k -> k == Marker.Kind.LETTER || k == Marker.Kind.ROMAN)
                        .isEmpty();
        return paragraph.text().length() <= LONGEST_LETTERED
                && (paragraph.heading() && !sentence || paragraph.bold() || unfinished && followed);
    }

    /** @param below what it is called, where that stands in the next paragraph */
    private void begin(Paragraph paragraph, Marker marker, @Nullable Passage below) {
        var rank = rank(marker);
        while (!open.isEmpty() && open.getLast().rank() >= rank) {
            open.removeLast();
        }
        var above = open.isEmpty() ? "" : open.getLast().anchor();
        var depth = Math.min(DEEPEST, open.size() + 1);
        var anchor = unique(anchor(marker));
        var doubts = EnumSet.noneOf(Doubt.class);
        if (marker.mended()) {
            doubts.add(Doubt.MENDED_DIGITS);
        }
        if (isOutOfOrder(marker, above + "/" + rank)) {
            doubts.add(Doubt.OUT_OF_ORDER);
        }
        open.addLast(new Open(rank, anchor, marker.kind() == Marker.Kind.ARABIC));
        var title = below == null ? title(paragraph) : new Title(below, false, false, Optional.empty());
        if (title.shortened()) {
            doubts.add(Doubt.SHORTENED);
        }
        var name = name(title);
        var text = new ArrayList<Paragraph>();
        title.rest().ifPresent(rest -> text.add(new Paragraph(rest, Optional.empty(), paragraph.kind(), false, false)));
        if (title.isText()) {
            text.add(paragraph);
        }
        var found = new Finding<>(name, List.of(title.words().place()), doubts);
        // Without words of its own it is called by its number.
        var number = title.words() == paragraph.text() && marker.mayBeNamedBelow() ? "" : marker.called();
        chapters.add(new Chapter(depth, number.isEmpty() ? null : number, name, anchor, paragraph, text, found));
    }

    private static int rank(Marker marker) {
        var dots = (int) marker.number().chars().filter(c -> c == '.').count();
        return marker.kind().ordinal() * 10 + (marker.kind() == Marker.Kind.ARABIC ? dots : 0);
    }

    private String anchor(Marker marker) {
        var own = Letters.fold(marker.number().replace("đ", "dd").replace("Đ", "DD"))
                .replaceAll("[^a-z\\d]+", "-");
        var word = marker.kind().word();
        if (marker.kind() == Marker.Kind.ARTICLE) {
            return word + "-" + own;
        }
        var above = "";
        for (var parent : open) {
            if (marker.kind() != Marker.Kind.ARABIC || !parent.arabic()) {
                above = parent.anchor();
            }
        }
        var name = word.isEmpty() ? own : own.isEmpty() ? word : word + "-" + own;
        return above.isEmpty() ? name : above + "-" + name;
    }

    private String unique(String anchor) {
        if (anchors.add(anchor)) {
            return anchor;
        }
        var times = lastOfSiblings.merge("again " + anchor, 1, Integer::sum);
        for (var n = times; ; n++) {
            var again = anchor + "-" + (n < 26 ? String.valueOf((char) ('a' + n)) : String.valueOf(n + 1));
            if (anchors.add(again)) {
                return again;
            }
        }
    }

    private boolean isOutOfOrder(Marker marker, String siblings) {
        if (marker.number().isEmpty()) {
            return false;
        }
        var here = ordinal(marker);
        var before = lastOfSiblings.put(siblings, here);
        return here != (before == null ? 1 : before + 1);
    }

    private static int ordinal(Marker marker) {
        var number = marker.number();
        return switch (marker.kind()) {
            case ARABIC -> Digits.value(number.substring(number.lastIndexOf('.') + 1));
            case LETTER -> LETTERS.indexOf(number) + 1;
            case CAPITAL -> LETTERS.indexOf(number.toLowerCase(Locale.ROOT)) + 1;
            case ROMAN -> Roman.value(number);
            case ARTICLE -> Digits.value(number.replaceAll("\\D", ""));
            default -> inWords(number);
        };
    }

    private static int inWords(String number) {
        var word = IN_WORDS.indexOf(Letters.fold(number));
        if (word >= 0) {
            return word + 1;
        }
        return number.chars().allMatch(Character::isDigit) ? Digits.value(number) : Roman.value(number);
    }

    private String name(Title title) {
        var words = title.words().plain();
        var plain = words.replaceAll("[\\s.:;,]{1,20}$", "");
        if (title.shortened()) {
            return plain + "…";
        }
        return Letters.isShouted(plain) && plain.indexOf(' ') > 0 ? Casing.guessed(plain, place) : plain;
    }

    /** The words of a heading: all of it, or what stands before a colon and a text, or the beginning of a paragraph that has only a number. */
    private static Title title(Paragraph paragraph) {
        var words = paragraph.words();
        if (words.isEmpty()) {
            return new Title(paragraph.text(), false, false, Optional.empty());
        }
        var label = paragraph.heading() ? -1 : label(words.text());
        if (label > 0) {
            return new Title(words.part(0, label), false, false, Optional.of(words.part(label + 1, words.length())));
        }
        if (words.length() <= LONGEST_TITLE) {
            return new Title(words, false, false, Optional.empty());
        }
        var end = words.text().lastIndexOf(' ', SHORTENED);
        return new Title(words.part(0, end > 0 ? end : SHORTENED), true, true, Optional.empty());
    }

    /** The colon behind a label, with a text behind it; not that of "Tiểu dự án 1: …". */
    private static int label(String words) {
        var colon = words.indexOf(':');
        var isLabel = colon > 0
                && colon <= LONGEST_LABEL
                && colon + 2 < words.length()
                && !Character.isDigit(words.charAt(colon - 1))
                && words.substring(0, colon).indexOf('.') < 0;
        return isLabel ? colon : -1;
    }
}
