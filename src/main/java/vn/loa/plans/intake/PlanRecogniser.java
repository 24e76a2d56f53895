package vn.loa.plans.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.plans.ImpreciseDate;
import vn.loa.plans.PlanContent;
import vn.loa.plans.Precision;

/**
 * Reads an administrative document by its layout: letterhead, name and subject, preamble, parts, closing. Never throws for what a document contains, and takes time
 * in proportion to its length. Keeps nothing, so for several threads.
 */
public final class PlanRecogniser {
    /**
     * A plan of 300 pages has fewer chars. Of a longer document as much as {@link vn.loa.media.documents.DocumentReader} reads is taken: a million, and a
     * space behind the marker of each of its 50,000 blocks.
     */
    public static final int MOST_CHARS = 1_050_000;

    /** The letterhead of a document without a name is above here. */
    private static final int LETTERHEAD = 15;

    /** With which a document says that the agency before it acts. */
    private static final Pattern ACTS = Pattern.compile(
            "(?:^|[.,;:]\\s)((?:chu\\stich\\s|giam\\sdoc\\s)?(?:" + Agencies.HEADS
                    + ")(?![a-z])[^.;:]{0,150}?)\\s(?:ban\\shanh|xay\\sdung|lap|trien\\skhai)\\s(?:(?:va\\sto\\schuc\\s)?(?:thuc\\shien\\s)?)(?:ke\\shoach|chuong\\strinh|phuong\\san|huong\\sdan)");

    private PlanRecogniser() {}

    /** @param blocks in the order of reading */
    public static Recognition recognise(List<IntakeBlock> blocks) {
        var chars =
                blocks.stream().mapToLong(block -> block.text().length() + 1L).sum();
        if (chars > MOST_CHARS) {
            return new Recognition.TooLong(chars, MOST_CHARS);
        }
        return Legibility.objection(blocks).orElseGet(() -> new Recognition.Recognised(read(blocks)));
    }

    private static RecognisedPlan read(List<IntakeBlock> blocks) {
        var lines = Furniture.cleared(ReadableLines.of(blocks));
        var title = TitleBlock.find(lines);
        var head = title.map(TitleBlock::from).orElse(Math.min(LETTERHEAD, lines.size()));
        var bodyFrom = title.map(TitleBlock::to).orElse(0);
        var closing = Closing.read(lines, bodyFrom);
        var body = Paragraphs.of(lines.subList(bodyFrom, closing.from()));
        var annex = Paragraphs.of(lines.subList(closing.to(), lines.size())).stream()
                .map(PlanRecogniser::attached)
                .toList();
        var letterhead = Letterhead.read(lines.subList(0, head)).withNumber(lines.subList(bodyFrom, lines.size()));

        var names = Names.in(body);
        var agencies = new Agencies(names);
        var casing = new Casing(body);
        var town = letterhead.dated().flatMap(Letterhead.Dated::town);
        var beginning = Outline.beginning(body);
        var preamble = body.subList(0, beginning);
        var parts = new ArrayList<>(body.subList(beginning, body.size()));
        parts.addAll(annex);
        var chapters = Outline.of(parts, town.map(Finding::value));
        var bases = LegalBases.in(preamble, chapters, agencies).stream()
                .filter(basis -> !isItself(basis.value(), letterhead))
                .toList();
        var subject = title.flatMap(TitleBlock::subject);
        var issued = issued(letterhead, bases, subject);
        var year = issued.map(date -> date.value().date().getYear()).orElse(null);
        var period = Period.in(chapters, subject, year);
        return new RecognisedPlan(
                superior(letterhead, agencies),
                agency(letterhead, preamble, agencies, casing, town),
                letterhead.reference().flatMap(reference -> number(letterhead, reference)),
                letterhead.reference().map(reference -> symbol(letterhead, reference)),
                town,
                issued,
                title.flatMap(TitleBlock::kind).or(() -> kindOfSymbol(letterhead)),
                subject.map(words -> subject(words, casing, town)),
                period,
                bases,
                chapters.stream().map(Chapter::part).toList(),
                Promises.in(chapters, period.map(years -> years.value().to()).orElse(year)),
                closing.recipients(),
                closing.signer());
    }

    /** An annex says to which document it belongs; one of the same number of another year is another. */
    private static boolean isItself(PlanContent.Basis cited, Letterhead letterhead) {
        var isOfDay = cited.date() == null
                || letterhead
                        .dated()
                        .flatMap(dated -> dated.date().value())
                        .filter(day -> day.date().equals(cited.date()))
                        .isPresent();
        return isOfDay
                && letterhead
                        .reference()
                        .map(Reference::cited)
                        .filter(cited.reference()::equals)
                        .isPresent();
    }

    private static Paragraph attached(Paragraph paragraph) {
        return Marker.attached(paragraph.text())
                .map(marker -> new Paragraph(
                        paragraph.text(), Optional.of(marker), paragraph.kind(), paragraph.heading(), paragraph.bold()))
                .orElse(paragraph);
    }

    private static Optional<Finding<String>> superior(Letterhead letterhead, Agencies agencies) {
        var offices = letterhead.offices();
        return offices.size() < 2 ? Optional.empty() : Optional.of(named(offices.get(offices.size() - 2), agencies));
    }

    /** The last one of the letterhead; where that is cut off, the one that says in the preamble that it acts. */
    private static Optional<Finding<String>> agency(
            Letterhead letterhead,
            List<Paragraph> preamble,
            Agencies agencies,
            Casing casing,
            Optional<Finding<String>> town) {
        var offices = letterhead.offices();
        if (!offices.isEmpty()) {
            var office = offices.get(offices.size() - 1);
            return Optional.of(casing.ofBody(office.text())
                    .map(words -> Finding.sure(agencies.inFull(words), office.place()))
                    .orElseGet(() -> named(office, agencies)));
        }
        for (var i = preamble.size() - 1; i >= 0; i--) {
            var text = preamble.get(i).text();
            var acts = ACTS.matcher(text.folded());
            if (acts.find()) {
                var name = agencies.inFull(text.plain(acts.start(1), acts.end(1)));
                return Optional.of(Finding.doubtful(name, text.place(acts.start(1), acts.end(1)), Doubt.INFERRED));
            }
        }
        return Optional.empty();
    }

    private static Finding<String> named(Passage office, Agencies agencies) {
        var plain = office.plain();
        return Letters.isShouted(plain)
                ? Finding.doubtful(agencies.fromCapitals(plain), office.place(), Doubt.GUESSED_CAPITALS)
                : Finding.sure(agencies.inFull(plain), office.place());
    }

    private static Optional<Finding<String>> number(Letterhead letterhead, Reference reference) {
        var number = reference.number();
        if (number == null) {
            return Optional.empty();
        }
        var line = letterhead.referenceLine().orElseThrow();
        return Optional.of(
                new Finding<>(number, List.of(line.place(reference.from(), reference.to())), reference.doubts()));
    }

    private static Finding<String> symbol(Letterhead letterhead, Reference reference) {
        var line = letterhead.referenceLine().orElseThrow();
        return Finding.sure(reference.symbol(), line.place(reference.from(), reference.to()));
    }

    private static Optional<Finding<DocumentKind>> kindOfSymbol(Letterhead letterhead) {
        return letterhead
                .reference()
                .flatMap(reference -> DocumentKind.ofSymbol(reference.symbol())
                        .map(kind -> Finding.doubtful(
                                kind,
                                letterhead.referenceLine().orElseThrow().place(reference.from(), reference.to()),
                                Doubt.INFERRED)));
    }

    private static Finding<String> subject(Passage words, Casing casing, Optional<Finding<String>> town) {
        var plain = words.plain();
        if (!Letters.isShouted(plain)) {
            return Finding.sure(plain, words.place());
        }
        return casing.ofBody(plain)
                .map(elsewhere -> Finding.sure(Letters.capitalised(elsewhere), words.place()))
                .orElseGet(() -> Finding.doubtful(
                        Casing.guessed(plain, town.map(Finding::value)), words.place(), Doubt.GUESSED_CAPITALS));
    }

    /** Of the letterhead; where it has none, the year is that of the subject when the latest document it rests on is of the same. */
    private static Optional<Finding<ImpreciseDate>> issued(
            Letterhead letterhead, List<Finding<PlanContent.Basis>> bases, Optional<Passage> subject) {
        var dated = letterhead.dated();
        if (dated.isPresent()) {
            var date = dated.get().date();
            return date.value().map(known -> date.map(d -> known));
        }
        var latest = bases.stream()
                .flatMap(basis -> Optional.ofNullable(basis.value().date()).stream())
                .max(Comparator.naturalOrder())
                .map(LocalDate::getYear);
        var period = Period.in(List.of(), subject, null);
        return period.filter(p -> latest.isPresent() && p.value().from() == latest.get())
                .map(p -> new Finding<>(
                        new ImpreciseDate(LocalDate.of(p.value().from(), 1, 1), Precision.YEAR),
                        p.places(),
                        EnumSet.of(Doubt.INFERRED, Doubt.INCOMPLETE)));
    }
}
