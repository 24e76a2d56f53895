package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.plans.PlanContent;
import vn.loa.plans.Recipient;

/**
 * What stands below the text: the recipients on the left, the signer on the right; the two may come one after the other, as cells of a table, or line by line
 * with both on one line. Decree 30/2020/NĐ-CP, Annex I, part II, sections I.7 and I.9.
 *
 * @param from index of its first line, or the number of lines when there is none
 * @param to index behind its last line, where an annex may begin
 */
record Closing(List<Finding<Recipient>> recipients, Optional<Finding<PlanContent.Signer>> signer, int from, int to) {
    private static final Pattern RECIPIENTS = Pattern.compile("n[o0][il1]\\snh.n\\s?(?:[:.;]\\s?|$|(?=-)|\\t)");
    private static final Pattern ANNEX =
            Pattern.compile("(?:phu\\sluc|danh\\smuc|bieu\\s(?:so|mau)|ke\\shoach|[ivx]{1,4}\\.\\s).*", Pattern.DOTALL);

    private static final int LONGEST_LINE = 100;

    /** Without recipients the signature is looked for among as many last lines. */
    private static final int LAST_LINES = 25;

    /** Recipients and signature of a document fill less than a page. */
    private static final int LONGEST = 60;

    /** The signature may come first when a table was read column by column. */
    private static final int BEFORE = 10;

    static Closing read(List<Line> lines, int from) {
        var heading = heading(lines, from);
        var begin = begin(lines, from, heading);
        if (begin == lines.size()) {
            return new Closing(List.of(), Optional.empty(), begin, begin);
        }
        var end = end(lines, Math.max(begin, heading.orElse(begin)));
        var left = new ArrayList<Passage>();
        var signature = new Signature();
        for (var i = begin; i < end; i++) {
            for (var column : columns(lines.get(i).text())) {
                var rest = signature.take(column);
                if (!rest.isEmpty() && heading.isPresent() && heading.get() <= i) {
                    left.add(rest);
                }
            }
        }
        // Before the recipients, behind the last of whom the name may stand.
        var signer = signature.signer(left);
        return new Closing(Recipients.in(left, RECIPIENTS), signer, begin, end);
    }

    private static Optional<Integer> heading(List<Line> lines, int from) {
        for (var i = lines.size() - 1; i >= from; i--) {
            if (RECIPIENTS.matcher(lines.get(i).folded()).lookingAt()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static int begin(List<Line> lines, int from, Optional<Integer> heading) {
        var first = heading.map(h -> h - BEFORE).orElse(lines.size() - LAST_LINES);
        var last = heading.orElse(lines.size());
        for (var i = Math.max(from, first); i < last; i++) {
            if (Signature.isCapacity(lines.get(i).text()) && (heading.isEmpty() || isOfClosing(lines, i, last))) {
                return i;
            }
        }
        return last;
    }

    /** Who decides is named in the same way above what they decide; between a signature and the recipients nothing of the text stands. */
    private static boolean isOfClosing(List<Line> lines, int from, int to) {
        return lines.subList(from, to).stream()
                .noneMatch(line -> line.text().length() > LONGEST_LINE
                        || Marker.of(line.text()).filter(Marker::isHeading).isPresent());
    }

    private static int end(List<Line> lines, int heading) {
        var last = Math.min(lines.size(), heading + LONGEST);
        for (var i = heading + 1; i < last; i++) {
            var line = lines.get(i);
            if (isAnnexAlone(line)
                    || ANNEX.matcher(line.folded()).matches()
                            && (Letters.isShouted(line.text().text()) || line.heading())) {
                return i;
            }
        }
        return last;
    }

    /** The word and the number of an annex stand on a line of their own, in small letters. */
    private static boolean isAnnexAlone(Line line) {
        return Marker.of(line.text())
                .filter(marker -> marker.kind() == Marker.Kind.ANNEX
                        && marker.end() >= line.text().length())
                .isPresent();
    }

    private static List<Passage> columns(Passage line) {
        var columns = new ArrayList<Passage>();
        var from = 0;
        while (from <= line.length()) {
            var tab = line.text().indexOf('\t', from);
            var to = tab < 0 ? line.length() : tab;
            if (to > from) {
                columns.add(line.part(from, to));
            }
            from = to + 1;
        }
        return columns;
    }
}
