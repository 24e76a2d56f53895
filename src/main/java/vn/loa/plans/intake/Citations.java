package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the documents that a paragraph names: kind, number and symbol, day, agency and subject, as Decree 30/2020/NĐ-CP, Annex I, part II, section I.6 wants
 * them cited (căn cứ), several of them parted by semicolons, or one within another. Linear in the paragraph's length.
 */
final class Citations {
    /** Up to three words may follow the kind: "Kế hoạch hành động số 30". */
    private static final Pattern NUMBERED = Pattern.compile("(?<![a-z])(" + DocumentKind.alternatives()
            + ")(?:\\s[a-z]{1,8}){0,3}?\\s(?:s[o0]\\s?[:.]?\\s?)?(?=[\\doli])");

    private static final Pattern LAW = Pattern.compile("(?<![a-z])(?:luat|phap\\slenh)\\s");

    /** A law has a name and a day, at times a number. */
    private static final Pattern LAW_NAME = Pattern.compile(
            "[^;.:\\d]{3,150}?(?=\\s(?:so\\s\\d{1,3}/\\d{4}/(?:qh|ubtvqh)|(?:cua\\squoc\\shoi\\s)?ngay\\s|nam\\s\\d{4}|\\d{4})|[;,]|$)");

    private static final Pattern LAW_NUMBER =
            Pattern.compile("\\s?,?\\s?(?:so\\s)?(\\d{1,3}/\\d{4}/[a-z]{2,6}\\d{0,2})");

    private static final Pattern KIND = Pattern.compile("(?<![a-z])(?:" + DocumentKind.alternatives() + ")(?![a-z])");

    /** Of one paragraph; nobody cites so many. */
    private static final int MOST = 300;

    private final Passage passage;
    private final String folded;
    private final boolean preamble;
    private final CitedDetails details;

    private record Named(DocumentKind kind, String reference, int from, int to, boolean mended) {}

    private Citations(Passage passage, boolean preamble) {
        this.passage = passage;
        this.folded = passage.folded();
        this.preamble = preamble;
        this.details = new CitedDetails(passage, preamble);
    }

    /** @param preamble whether the paragraph is there for nothing but citing, so that semicolons may be of a subject */
    static List<Citation> in(Passage passage, boolean preamble) {
        return new Citations(passage, preamble).all();
    }

    private List<Citation> all() {
        var named = named();
        var citations = new ArrayList<Citation>();
        var next = folded.length();
        for (var i = named.size() - 1; i >= 0; i--) {
            var here = named.get(i);
            var top = i == 0 || isTop(here.from());
            citations.add(told(here, next, top));
            next = top ? here.from() - Lead.before(folded, here.from()).length() : next;
        }
        Collections.reverse(citations);
        return citations;
    }

    private List<Named> named() {
        var named = new ArrayList<Named>();
        var found = NUMBERED.matcher(folded);
        var from = 0;
        while (named.size() < MOST && found.find(from)) {
            var nearer =
                    KIND.matcher(folded).region(found.start() + 1, found.end()).useTransparentBounds(true);
            if (nearer.find()) {
                from = nearer.start();
                continue;
            }
            var reference = Reference.at(passage, found.end());
            var kind = DocumentKind.of(Letters.plain(found.group(1)));
            if (reference.isPresent() && kind.isPresent()) {
                var r = reference.get();
                named.add(new Named(
                        kind.get(), r.cited(), found.start(), r.to(), r.doubts().contains(Doubt.MENDED_DIGITS)));
                from = r.to();
            } else {
                from = found.end();
            }
        }
        if (preamble) {
            addLaws(named);
        }
        return named;
    }

    private void addLaws(List<Named> named) {
        var law = LAW.matcher(folded);
        while (named.size() < MOST && law.find()) {
            var at = law.start();
            var within = named.stream().anyMatch(other -> other.from() <= at && at < other.to());
            var name = LAW_NAME.matcher(folded).region(law.end(), folded.length());
            if (within || !Character.isUpperCase(passage.text().charAt(at)) || !isTop(at) || !name.lookingAt()) {
                continue;
            }
            var number = LAW_NUMBER.matcher(folded).region(name.end(), folded.length());
            var numbered = number.lookingAt();
            var reference = numbered ? passage.plain(number.start(1), number.end(1)) : passage.plain(at, name.end());
            var kind = folded.charAt(at) == 'l' ? DocumentKind.LAW : DocumentKind.ORDINANCE;
            named.add(new Named(kind, reference, at, numbered ? number.end() : name.end(), false));
        }
        named.sort(Comparator.comparingInt(Named::from));
    }

    /** Whether a document named here is not within what is told of the one before: something has just ended, or the reason is said anew. */
    private boolean isTop(int from) {
        var at = from;
        var lead = Lead.before(folded, from);
        at -= lead.length();
        while (at > 0 && Character.isWhitespace(folded.charAt(at - 1))) {
            at--;
        }
        return at == 0 || ";,.(:".indexOf(folded.charAt(at - 1)) >= 0;
    }

    private Citation told(Named named, int next, boolean top) {
        var doubts = EnumSet.noneOf(Doubt.class);
        if (named.mended()) {
            doubts.add(Doubt.MENDED_DIGITS);
        }
        if (!top) {
            doubts.add(Doubt.NESTED);
        }
        var at = named.to();
        var date = details.date(at);
        at = date.map(Dates.Read::to).orElse(at);
        var issuer = details.issuer(at, next);
        at = issuer.map(CitedDetails.Span::to).orElse(at);
        if (date.isEmpty()) {
            date = details.date(at);
            at = date.map(Dates.Read::to).orElse(at);
        }
        date.ifPresent(d -> doubts.addAll(d.doubts()));
        var subject = details.subject(at, next);
        return new Citation(
                named.reference(),
                named.kind(),
                date,
                issuer.map(span -> passage.plain(span.from(), span.to()))
                        .or(() -> details.committee(named.reference(), named.to()))
                        .orElse(null),
                subject.map(span -> passage.plain(span.from(), span.to())).orElse(null),
                Lead.before(folded, named.from()).strip(),
                named.from(),
                subject.map(CitedDetails.Span::to).orElse(at),
                !top,
                isBracketed(named.from()),
                doubts);
    }

    private boolean isBracketed(int from) {
        var open = 0;
        for (var i = from - 1; i >= Math.max(0, from - 200); i--) {
            open += folded.charAt(i) == ')' ? 1 : folded.charAt(i) == '(' ? -1 : 0;
            if (open < 0) {
                return true;
            }
        }
        return false;
    }
}
