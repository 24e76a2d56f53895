package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a document and its subject (trích yếu) below: Decree 30/2020/NĐ-CP, Annex I, part II, section I.5. An official letter has no name; its
 * subject stands below the number, behind "V/v".
 *
 * @param from index of its first line
 * @param to index behind its last line
 */
record TitleBlock(Optional<Finding<DocumentKind>> kind, Optional<Passage> subject, int from, int to) {
    /** The letterhead has no more lines, whatever the converter made of it. */
    private static final int LATEST = 60;

    private static final int LONGEST = 600;

    /** What comes after the subject. */
    private static final Pattern TEXT = Pattern.compile(
            "(?:can\\scu|kinh\\sgui|(?:thuc\\shien|theo|xet|nham|de|tren\\sco\\sso)\\s.{0,40}?(?:\\sso\\s?[:.]?\\s?\\d|\\s\\d{1,5}[-/])|noi\\snhan\\b).*",
            Pattern.DOTALL);

    private static final Pattern ABOUT = Pattern.compile("v\\s?/\\s?v\\s?[:.]?\\s?|ve\\sviec\\s");

    private static final Pattern NAMED = Pattern.compile("(?:" + DocumentKind.alternatives() + ")(?![a-z])");

    /** @return empty when no line is a name, nor "V/v" */
    static Optional<TitleBlock> find(List<Line> lines) {
        for (var i = 0; i < Math.min(LATEST, lines.size()); i++) {
            var line = lines.get(i);
            var kind = DocumentKind.named(line.folded()).filter(DocumentKind.titles()::contains);
            if (kind.isPresent()) {
                var named = Finding.sure(kind.get(), line.text().place());
                return Optional.of(below(lines, i, named));
            }
            var both = both(line);
            if (both.isPresent()) {
                return Optional.of(withRest(both.get(), lines, i));
            }
            if (TEXT.matcher(line.folded()).matches()) {
                break;
            }
        }
        return letter(lines);
    }

    private static TitleBlock below(List<Line> lines, int title, Finding<DocumentKind> kind) {
        var subject = new ArrayList<Passage>();
        var to = subject(lines, title + 1, subject);
        return new TitleBlock(Optional.of(kind), joined(subject), title, to);
    }

    /** Collects the lines of the subject. @return index behind the last */
    private static int subject(List<Line> lines, int from, List<Passage> subject) {
        var length = subject.stream().mapToInt(Passage::length).sum();
        var at = from;
        while (at < lines.size()
                && length < LONGEST
                && (subject.isEmpty() || goesOn(lines.get(at - 1), lines.get(at)))) {
            var line = lines.get(at);
            if (TEXT.matcher(line.folded()).matches()
                    || Marker.of(line.text()).filter(Marker::isHeading).isPresent()) {
                break;
            }
            subject.add(line.text());
            length += line.text().length();
            at++;
        }
        return at;
    }

    private static boolean goesOn(Line line, Line next) {
        var text = line.text().text();
        var ended = text.endsWith(".") || text.endsWith(":") || text.endsWith(";");
        var sameLook = line.heading() == next.heading()
                && line.bold() == next.bold()
                && line.centred() == next.centred()
                && Letters.isShouted(text) == Letters.isShouted(next.text().text());
        return !ended && sameLook && line.kind() != IntakeBlock.Kind.ROW;
    }

    private static Optional<Passage> joined(List<Passage> subject) {
        return subject.isEmpty() ? Optional.empty() : Optional.of(Passage.joined(subject));
    }

    /** Name and subject in one line, the name in capitals and the other not, or all of it a heading. */
    private static Optional<TitleBlock> both(Line line) {
        var name = NAMED.matcher(line.folded());
        if (!name.lookingAt() || name.end() == line.text().length()) {
            return Optional.empty();
        }
        var head = line.text().text().substring(0, name.end());
        var rest = line.text().part(name.end(), line.text().length());
        if (!Letters.isShouted(head) || !(line.heading() || line.centred() || !Letters.isShouted(rest.text()))) {
            return Optional.empty();
        }
        return DocumentKind.of(head(line, name.end()))
                .filter(DocumentKind.titles()::contains)
                .map(kind -> new TitleBlock(
                        Optional.of(Finding.sure(kind, line.text().place(0, name.end()))), Optional.of(rest), 0, 0));
    }

    private static String head(Line line, int end) {
        return Letters.plain(line.folded().substring(0, end));
    }

    private static TitleBlock withRest(TitleBlock first, List<Line> lines, int at) {
        var subject = new ArrayList<Passage>();
        first.subject().ifPresent(subject::add);
        var to = subject(lines, at + 1, subject);
        return new TitleBlock(first.kind(), joined(subject), at, to);
    }

    private static Optional<TitleBlock> letter(List<Line> lines) {
        for (var i = 0; i < Math.min(LATEST, lines.size()); i++) {
            var line = lines.get(i).text();
            var about = ABOUT.matcher(line.folded());
            if (about.lookingAt()) {
                var subject = new ArrayList<Passage>();
                var rest = line.part(about.end(), line.length());
                if (!rest.isEmpty()) {
                    subject.add(rest);
                }
                var to = i + 1;
                while (to < lines.size() && to < i + 4 && (subject.isEmpty() || goesOnSmall(lines.get(to)))) {
                    subject.add(lines.get(to).text());
                    to++;
                }
                var kind = Finding.doubtful(DocumentKind.OFFICIAL_LETTER, line.place(0, about.end()), Doubt.INFERRED);
                return Optional.of(new TitleBlock(Optional.of(kind), joined(subject), i, to));
            }
        }
        return Optional.empty();
    }

    private static boolean goesOnSmall(Line line) {
        return Character.isLowerCase(line.text().text().charAt(0));
    }
}
