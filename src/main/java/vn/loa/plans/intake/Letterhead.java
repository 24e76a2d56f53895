package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.plans.ImpreciseDate;

/**
 * What stands above the name of a document: who issues it and the office above, its number and symbol, where and when. Decree 30/2020/NĐ-CP, Annex I,
 * part II, sections I.1 to I.4. The two columns may come as cells of a table, or line by line with both on one line.
 *
 * @param offices of the left column, each with its lines; the last one issues the document
 */
record Letterhead(
        List<Passage> offices, Optional<Reference> reference, Optional<Passage> referenceLine, Optional<Dated> dated) {

    /** @param town where it was signed */
    record Dated(Optional<Finding<String>> town, Finding<Optional<ImpreciseDate>> date) {}

    /** The name of the state and its motto, or the name of the Party, whatever the scanner made of the vowels. */
    private static final Pattern MOTTO = Pattern.compile(
            "c.ng\\sh.?.?a?\\sx.\\sh.[il1]\\sch.\\sngh.?.a(?:\\sv.{1,3}[tl]\\sn.m)?|v.{1,3}t\\sn.m$|d.{1,2}c\\sl.p\\s?-\\s?t.\\sd.\\s?-\\s?h.nh\\sph.c|d.ng\\sc.ng\\ss.n\\sv.{1,3}t\\sn.m");

    private static final Pattern NUMBER_LINE = Pattern.compile("(?:s.\\s?[:.]|s.\\s?[\\doli]{0,6}\\s?[-/])");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TOWN = 40;

    /** @param lines above the name of the document, which need not have any of this */
    static Letterhead read(List<Line> lines) {
        var offices = new ArrayList<List<Passage>>();
        Optional<Reference> reference = Optional.empty();
        Optional<Passage> referenceLine = Optional.empty();
        Optional<Dated> dated = Optional.empty();
        var bold = false;
        var isNumberFirst = false;
        for (var line : lines) {
            var rest = withoutMotto(line.text());
            if (dated.isEmpty()) {
                dated = dated(rest);
            }
            if (reference.isEmpty()) {
                reference = Reference.own(rest);
                if (reference.isPresent()) {
                    isNumberFirst = offices.isEmpty();
                    referenceLine = Optional.of(rest);
                }
            }
            // A number in a box of its own may come first.
            if ((reference.isEmpty() || isNumberFirst)
                    && !NUMBER_LINE.matcher(rest.folded()).lookingAt()) {
                addOffice(offices, rest, line.bold() != bold);
                bold = line.bold();
            }
        }
        return new Letterhead(offices.stream().map(Passage::joined).toList(), reference, referenceLine, dated);
    }

    /** With the number that stands elsewhere in the document, when it has none: converters read boxes last. */
    Letterhead withNumber(List<Line> elsewhere) {
        if (reference.isPresent()) {
            return this;
        }
        for (var line : elsewhere) {
            var text = line.text();
            if (text.length() <= LONGEST_TOWN
                    && NUMBER_LINE.matcher(line.folded()).lookingAt()) {
                var own = Reference.own(text).filter(found -> found.to() == text.length());
                if (own.isPresent()) {
                    return new Letterhead(offices, own.map(Reference::inferred), Optional.of(text), dated);
                }
            }
        }
        return this;
    }

    /** Of two columns on one line the left one, which is the agency's. */
    private static Passage withoutMotto(Passage line) {
        var motto = MOTTO.matcher(line.folded());
        if (!motto.find()) {
            return line;
        }
        return motto.start() > 0 ? line.part(0, motto.start()) : line.part(motto.end(), line.length());
    }

    private static void addOffice(List<List<Passage>> offices, Passage line, boolean otherWeight) {
        var name = leftColumn(line);
        var plain = name.plain();
        if (plain.isEmpty()
                || plain.length() > LONGEST_NAME
                || plain.chars().filter(Character::isLetter).count() < 2) {
            return;
        }
        if (Agencies.beginsLikeOne(name.folded())) {
            offices.add(new ArrayList<>(List.of(name)));
        } else if (!offices.isEmpty() && (Letters.isShouted(plain) || !otherWeight) && !isDated(name)) {
            offices.get(offices.size() - 1).add(name);
        }
    }

    private static Passage leftColumn(Passage line) {
        var column = line.text().indexOf('\t');
        return column < 0 ? line : line.part(0, column);
    }

    private static boolean isDated(Passage line) {
        return Dates.first(line, 0, line.length()).isPresent();
    }

    private static Optional<Dated> dated(Passage line) {
        return Dates.first(line, 0, line.length()).map(read -> {
            var place = line.place(read.from(), read.to());
            var date = new Finding<>(read.date(), List.of(place), read.doubts());
            return new Dated(town(line, read.from()), date);
        });
    }

    /** What stands before "ngày" and a comma, behind the symbol where both columns are on one line. */
    private static Optional<Finding<String>> town(Passage line, int until) {
        var from = Reference.own(line)
                .map(Reference::to)
                .filter(end -> end <= until)
                .orElse(0);
        var column = line.text().lastIndexOf('\t', until - 1);
        var begin = Math.max(from, column + 1);
        var part = line.part(begin, until);
        var to = part.length();
        while (to > 0 && !Character.isLetterOrDigit(part.text().charAt(to - 1))) {
            to--;
        }
        if (to == 0 || to > LONGEST_TOWN) {
            return Optional.empty();
        }
        var name = part.plain(0, to);
        return Optional.of(new Finding<>(name, List.of(part.place(0, to)), EnumSet.noneOf(Doubt.class)));
    }
}
