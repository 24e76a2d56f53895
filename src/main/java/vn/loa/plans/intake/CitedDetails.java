package vn.loa.plans.intake;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a paragraph tells of a document that it names, behind the symbol: the day, the agency, what it is about. */
final class CitedDetails {
    private static final Pattern OF = Pattern.compile("[,\\s]{0,5}(?:(?:huyen|tinh|xa|thanh pho)\\s)?(?:do|cua)\\s");
    private static final Pattern DAY = Pattern.compile(
            "[,\\s]{0,5}(?:(?:huyen|tinh|xa|thanh pho)[,\\s]{1,2})?(?:ra\\s|ky\\s|ban\\shanh\\s)?(?=ngay\\s?[\\doli.])");

    /** With which the subject begins behind the agency; the first are never of a name. */
    private static final Pattern SUBJECT_ANYWHERE = Pattern.compile(
            "(?:ve\\s|phe\\sduyet|huong\\sdan|quy\\sdinh|sua\\sdoi|ban\\shanh|thuc\\shien|trien\\skhai|ngay\\s\\d|\\(|khoa\\s[xvi]+)");

    private static final Pattern SUBJECT_SMALL = Pattern.compile(
            "(?:giao|bo\\ssung|dieu\\schinh|phan\\sbo|cong\\sbo|thong\\squa|tang\\scuong|quy\\sche|to\\schuc|chi\\stiet|tai|theo|duoc|va\\scac|nham|do|cho)(?![a-z])");

    private static final Pattern ABOUT = Pattern.compile(
            "[,\\s]{0,5}(?:\\(?khoa\\s[xvi]{1,5}\\)?[,\\s]{1,2})?(?:ban\\shanh\\s(?=ve\\s))?(?:ve\\sviec\\s|ve\\s|v/v\\s)?");

    /** With which a document says what it does itself; what stands before is told of another. */
    private static final Pattern PROMULGATES =
            Pattern.compile("(?:ban\\shanh|xay\\sdung)\\s(?:ke\\shoach|quyet\\sdinh|chuong\\strinh|huong\\sdan)");

    /** Of a sentence, not of "TP." or of a number. */
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[a-z]{3}|\\d{4}|[)\"\\u201d])\\.(?=\\s|$)|\\.$");

    /** With which a sentence that only mentions a document goes on to other things; and that it comes with this one. */
    private static final Pattern OTHER_THINGS =
            Pattern.compile(";|,\\s(?:cac|de\\snghi|yeu\\scau|trong\\sdo|dong\\sthoi)\\s|\\sva\\scac\\s(?:"
                    + DocumentKind.alternatives() + ")|\\s\\((?:co\\s)?(?:gui\\s)?kem");

    /** "QĐ-UBND huyện": the symbol tells whose committee it is. */
    private static final Pattern COMMITTEE_OF = Pattern.compile("\\s(huyen|tinh|xa|thanh\\spho|phuong)(?![a-z])");

    private static final int LONGEST_ISSUER = 120;
    private static final int LONGEST_SUBJECT = 700;

    private final Passage passage;
    private final String folded;
    private final boolean preamble;
    private final int promulgates;

    CitedDetails(Passage passage, boolean preamble) {
        this.passage = passage;
        this.folded = passage.folded();
        this.preamble = preamble;
        this.promulgates = preamble ? promulgation(folded) : -1;
    }

    /** Where the document begins to say what it does itself: behind a pause stands an agency that does it. */
    private static int promulgation(String folded) {
        var act = PROMULGATES.matcher(folded);
        var last = -1;
        while (act.find()) {
            var words = folded.substring(pauseBefore(folded, act.start()), act.start())
                    .strip();
            if (words.startsWith("chu tich") || Agencies.beginsLikeOne(words)) {
                last = act.start();
            }
        }
        return last;
    }

    /** Where the words begin that stand before this place without any pause; as far back as the name of an agency may be long. */
    private static int pauseBefore(String folded, int at) {
        var from = at;
        while (from > 0 && at - from < LONGEST_ISSUER && ",;.".indexOf(folded.charAt(from - 1)) < 0) {
            from--;
        }
        return from;
    }

    record Span(int from, int to) {}

    /** The day of a document whose symbol, or agency, ends here. */
    Optional<Dates.Read> date(int at) {
        var day = DAY.matcher(folded).region(at, folded.length());
        if (!day.lookingAt()) {
            return Optional.empty();
        }
        return Dates.first(passage, day.end(), Math.min(folded.length(), day.end() + 60))
                .filter(read -> read.from() <= day.end() + 6);
    }

    /** @param next where the next document is named */
    Optional<Span> issuer(int at, int next) {
        var of = OF.matcher(folded).region(at, folded.length());
        if (!of.lookingAt()) {
            return Optional.empty();
        }
        var limit = Math.min(next, Math.min(folded.length(), of.end() + LONGEST_ISSUER));
        var end = of.end();
        while (end < limit && !endsIssuer(end)) {
            end++;
        }
        while (end > of.end() && !Character.isLetterOrDigit(folded.charAt(end - 1))) {
            end--;
        }
        return end > of.end() + 1 ? Optional.of(new Span(of.end(), end)) : Optional.empty();
    }

    /** Whose symbol it is, where that is told behind the symbol. */
    Optional<String> committee(String reference, int at) {
        var level = COMMITTEE_OF.matcher(folded).region(at, folded.length());
        return reference.endsWith("UBND") && level.lookingAt()
                ? Optional.of("Ủy ban nhân dân " + passage.plain(level.start(1), level.end(1)))
                : Optional.empty();
    }

    private boolean endsIssuer(int at) {
        var c = folded.charAt(at);
        if (c == ';' || c == '(' || c == ')' || c == ':' || c == '"' || c == '\u201c') {
            return true;
        }
        if (c == ',' || c == '.') {
            var word = at + 2;
            return word >= folded.length()
                    || !Character.isUpperCase(passage.text().charAt(word));
        }
        if (at == 0 || !Character.isWhitespace(folded.charAt(at - 1))) {
            return false;
        }
        return SUBJECT_ANYWHERE.matcher(folded).region(at, folded.length()).lookingAt()
                || Character.isLowerCase(passage.text().charAt(at))
                        && SUBJECT_SMALL
                                .matcher(folded)
                                .region(at, folded.length())
                                .lookingAt();
    }

    /** @param next where the next document is named that is not part of the subject */
    Optional<Span> subject(int at, int next) {
        var about = ABOUT.matcher(folded).region(at, folded.length());
        var from = about.lookingAt() ? about.end() : at;
        var limit = Math.min(next, Math.min(folded.length(), from + LONGEST_SUBJECT));
        var to = limit;
        if (promulgates > from && promulgates < to) {
            to = Math.max(from, lastPause(from, promulgates));
        }
        var end = SENTENCE_END.matcher(folded).region(from, Math.max(from, to)).useTransparentBounds(true);
        if (end.find()) {
            to = end.start();
        }
        to = closing(from, to);
        if (!preamble) {
            var other = OTHER_THINGS.matcher(folded).region(from, Math.max(from, to));
            to = other.find() ? other.start() : to;
        }
        while (to > from && !isEnd(folded.charAt(to - 1))) {
            to--;
        }
        return to - from > 3 && Character.isLetterOrDigit(folded.charAt(from))
                ? Optional.of(new Span(from, to))
                : Optional.empty();
    }

    private static boolean isEnd(char c) {
        return Character.isLetterOrDigit(c) || c == ')' || c == '"' || c == '\u201d';
    }

    private int lastPause(int from, int to) {
        var at = to;
        while (at > from && ",;.".indexOf(folded.charAt(at - 1)) < 0) {
            at--;
        }
        return at == from ? to : at - 1;
    }

    /** Where the bracket ends in which this stands, if any. */
    private int closing(int from, int to) {
        var open = 0;
        for (var i = from; i < to; i++) {
            open += folded.charAt(i) == '(' ? 1 : folded.charAt(i) == ')' ? -1 : 0;
            if (open < 0) {
                return i;
            }
        }
        return to;
    }
}
