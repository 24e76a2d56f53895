package vn.loa.subtitles;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a cue says. Built by WebVTT's algorithm for cue text (chapter 6.4): unknown tags vanish, open ones are closed. Linear in the length of
 * what is read.
 *
 * @param plain in NFC, lines parted by a line feed, without tags, entities resolved
 * @param speaker who says it, from the first voice tag; null when the cue does not tell
 * @param markup the same as WebVTT cue text that holds only balanced b, i, u, c, v, lang, ruby and rt tags, and moments
 */
public record CueText(String plain, @Nullable String speaker, String markup) {
    private static final Set<String> SPANS = Set.of("b", "i", "u", "c", "v", "lang", "ruby", "rt");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern CLASSES = Pattern.compile("(\\.[A-Za-z0-9_-]+)*");

    private static final String TAG = "(?!/?(?:b|i|u|c|v|lang|ruby|rt)[.\\s>]|[0-9:.]+>)";
    private static final Pattern NO_TAG = Pattern.compile("<" + TAG);
    private static final Pattern ESCAPED_BRACKET = Pattern.compile("&lt;" + TAG);
    private static final Pattern BARE_AND = Pattern.compile("&(?!lt;|amp;lt;)");
    private static final Pattern ESCAPED_AND = Pattern.compile("&amp;(?!lt;)");

    /** Deeper spans than anybody writes by hand are left out. */
    private static final int DEEPEST = 16;

    private static final int BYTE_ORDER_MARK = 0xfeff;

    /** Letters before it have none. */
    private static final int FIRST_WITH_MARKS = 0xc0;

    /** Of marks on one letter, as in Unicode's stream-safe text: no writing needs more, and to order many takes long. */
    private static final int MOST_MARKS = 30;

    /** Reads cue text as it stands in a file. */
    static CueText parse(String raw) {
        return new Builder().parse(raw);
    }

    /** Of words without tags or speaker. @param text as {@link #plain} gives it */
    public static CueText plain(String text) {
        return new CueText(text, null, escape(text));
    }

    /** Whether there is nothing to it but words. */
    boolean isPlain() {
        return equals(plain(plain));
    }

    /**
     * Reads what somebody has typed into a field: tags of cues are tags, everything else is words, whatever it looks like. Only {@code &lt;}
     * stands for a bracket that would begin a tag.
     */
    static CueText ofTyped(String typed) {
        var words = BARE_AND.matcher(typed).replaceAll("&amp;");
        return parse(NO_TAG.matcher(words).replaceAll("&lt;"));
    }

    /** For a field: {@link #ofTyped} reads it as the same. */
    String typed() {
        var words = markup.replace("&gt;", ">");
        return ESCAPED_AND
                .matcher(ESCAPED_BRACKET.matcher(words).replaceAll("<"))
                .replaceAll("&");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static final class Builder {
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder markup = new StringBuilder();
        private final StringBuilder pending = new StringBuilder();
        private @Nullable String speaker;
        private final Deque<String> open = new ArrayDeque<>();
        private int marks;

        CueText parse(String raw) {
            var at = 0;
            while (at < raw.length()) {
                var tag = raw.indexOf('<', at);
                if (tag < 0) {
                    text(raw.substring(at));
                    break;
                }
                text(raw.substring(at, tag));
                var end = raw.indexOf('>', tag);
                tag(raw.substring(tag + 1, end < 0 ? raw.length() : end));
                at = end < 0 ? raw.length() : end + 1;
            }
            while (!open.isEmpty()) {
                close();
            }
            flush();
            return new CueText(
                    withoutEmptyLines(Normalizer.normalize(plain, Normalizer.Form.NFC)),
                    speaker,
                    withoutEmptyLines(markup.toString()));
        }

        private void text(String raw) {
            var text = clean(raw);
            plain.append(text);
            pending.append(text);
        }

        /** What stood on both sides of a tag that vanished is one text, whose letters may compose. */
        private void flush() {
            markup.append(escape(Normalizer.normalize(pending, Normalizer.Form.NFC)));
            pending.setLength(0);
        }

        private void tag(String inside) {
            if (inside.startsWith("/")) {
                closing(inside.substring(1).strip());
                return;
            }
            if (!inside.isEmpty() && Character.isDigit(inside.charAt(0))) {
                CueTiming.millis(inside.strip()).ifPresent(this::moment);
                return;
            }
            var space = firstSpace(inside);
            var name = inside.substring(0, space);
            var annotation =
                    clean(inside.substring(space)).replaceAll("\\s+", " ").strip();
            var dot = name.indexOf('.');
            opening(dot < 0 ? name : name.substring(0, dot), dot < 0 ? "" : name.substring(dot), annotation);
        }

        private void opening(String name, String classes, String annotation) {
            var misplaced = name.equals("rt") && !"ruby".equals(open.peek());
            if (!SPANS.contains(name) || misplaced || open.size() >= DEEPEST) {
                return;
            }
            var annotated = name.equals("v") || name.equals("lang");
            if (annotated
                    && (annotation.isEmpty()
                            || name.equals("lang")
                                    && !LANGUAGE.matcher(annotation).matches())) {
                return;
            }
            if (name.equals("v") && speaker == null) {
                speaker = annotation;
            }
            open.push(name);
            flush();
            markup.append('<').append(name).append(CLASSES.matcher(classes).matches() ? classes : "");
            if (annotated) {
                markup.append(' ').append(escape(annotation));
            }
            markup.append('>');
        }

        /** From here on it is said later; browsers keep what is written before apart from it. */
        private void moment(long millis) {
            flush();
            markup.append('<').append(CueTiming.moment(millis)).append('>');
        }

        private void closing(String name) {
            if (name.equals("ruby") && "rt".equals(open.peek())) {
                close();
            }
            if (name.equals(open.peek())) {
                close();
            }
        }

        private void close() {
            flush();
            markup.append("</").append(open.pop()).append('>');
        }

        private static int firstSpace(String inside) {
            for (var i = 0; i < inside.length(); i++) {
                if (Character.isWhitespace(inside.charAt(i))) {
                    return i;
                }
            }
            return inside.length();
        }

        /** An empty line would end the cue. */
        private static String withoutEmptyLines(String text) {
            return text.lines().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
        }

        /** Entities resolved, in NFC, without control characters and without what turns the direction of writing. */
        private String clean(String raw) {
            return raw.lines().map(this::cleanLine).collect(Collectors.joining("\n"))
                    + (raw.endsWith("\n") ? "\n" : "");
        }

        private String cleanLine(String line) {
            var text = line.indexOf('&') < 0
                    ? line
                    : Parser.unescapeEntities(line, false).replace('\n', ' ').replace('\r', ' ');
            var kept = new StringBuilder(text.length());
            text.codePoints().filter(Builder::isShown).filter(this::isBearable).forEach(kept::appendCodePoint);
            return Normalizer.normalize(kept, Normalizer.Form.NFC);
        }

        private static boolean isShown(int c) {
            return c == '\t'
                    || !(Character.isISOControl(c) || isDirection(c) || isLoneSurrogate(c) || c == BYTE_ORDER_MARK);
        }

        /** Counts in decomposed form, so that what is read back counts the same. */
        private boolean isBearable(int c) {
            if (c < FIRST_WITH_MARKS) {
                marks = 0;
                return true;
            }
            var more = (int) Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                    .codePoints()
                    .filter(Builder::isMark)
                    .count();
            marks = isMark(c) ? marks + more : more;
            return !isMark(c) || marks <= MOST_MARKS;
        }

        private static boolean isMark(int c) {
            return switch (Character.getType(c)) {
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
                default -> false;
            };
        }

        private static boolean isDirection(int c) {
            return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
        }

        private static boolean isLoneSurrogate(int c) {
            return c >= 0xd800 && c <= 0xdfff;
        }
    }
}
