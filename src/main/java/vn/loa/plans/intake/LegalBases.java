package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.plans.PlanContent;
import vn.loa.plans.Relation;

/**
 * What a document rests on: the documents that its preamble cites (căn cứ), and those that its sections cite besides. Why each is cited is told by the words
 * before it, which hold for those after it too, and by what it is about.
 */
final class LegalBases {
    private static final Pattern BASED = Pattern.compile("can\\scu");
    private static final Pattern IMPLEMENTS = Pattern.compile("thuc\\shien|trien\\skhai|cu\\sthe\\shoa|quan\\striet");
    private static final Pattern AMENDED_BY =
            Pattern.compile("(?:sua\\sdoi|bo\\ssung|dieu\\schinh|thay\\sthe).*\\b(?:boi|tai|theo)$");
    private static final Pattern AMENDS = Pattern.compile("(?:sua\\sdoi|thay\\sthe|dieu\\schinh|bo\\ssung).*");
    private static final Pattern BUDGET = Pattern.compile(
            "(?:ve\\s)?(?:phan\\sbo|phan\\skhai|bo\\ssung|giao|dieu\\schinh|cap)\\s.{0,80}?(?:du\\stoan|kinh\\sphi|ngan\\ssach|nguon\\svon|von\\s).*",
            Pattern.DOTALL);
    private static final Pattern ATTACHED =
            Pattern.compile("\\((?:co\\s)?(?:gui\\s)?kem(?:\\stheo)?\\s?\\)|\\(gui\\skem");

    /** How far behind a document its bracket may be. */
    private static final int NEAR = 40;

    private static final int MOST = 500;

    private final Agencies agencies;
    private final List<Finding<PlanContent.Basis>> found = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /** By number and symbol: a second citation may leave it out. */
    private final Map<String, String> issuers = new HashMap<>();

    private LegalBases(Agencies agencies) {
        this.agencies = agencies;
    }

    static List<Finding<PlanContent.Basis>> in(List<Paragraph> preamble, List<Chapter> chapters, Agencies agencies) {
        var bases = new LegalBases(agencies);
        preamble.forEach(paragraph -> bases.read(paragraph, null));
        for (var chapter : chapters) {
            chapter.all().forEach(paragraph -> bases.read(paragraph, chapter.anchor()));
        }
        return bases.found;
    }

    private void read(Paragraph paragraph, @Nullable String citedIn) {
        if (found.size() >= MOST) {
            return;
        }
        var citations = Citations.in(paragraph.text(), citedIn == null);
        var usual = citedIn == null ? Relation.BASED_ON : Relation.IMPLEMENTS;
        @Nullable Citation outer = null;
        for (var i = 0; i < citations.size(); i++) {
            var citation = citations.get(i);
            var next = i + 1 < citations.size() ? citations.get(i + 1) : null;
            var reason = reason(citation).orElse(citation.nested() ? Relation.BASED_ON : usual);
            usual = citation.nested() ? usual : reason;
            add(paragraph, citation, outer, next, reason, citedIn);
            outer = citation.nested() || citation.bracketed() ? outer : citation;
        }
    }

    private static Optional<Relation> reason(Citation citation) {
        if (BASED.matcher(citation.lead()).find()) {
            return Optional.of(Relation.BASED_ON);
        }
        return IMPLEMENTS.matcher(citation.lead()).find() ? Optional.of(Relation.IMPLEMENTS) : Optional.empty();
    }

    private void add(
            Paragraph paragraph,
            Citation citation,
            @Nullable Citation outer,
            @Nullable Citation next,
            Relation reason,
            @Nullable String citedIn) {
        var subject = Letters.fold(citation.subject() == null ? "" : citation.subject());
        var relation = reason;
        @Nullable String amends = null;
        if (citation.bracketed()
                && outer != null
                && AMENDED_BY.matcher(citation.lead()).find()) {
            relation = Relation.AMENDS;
            amends = outer.reference();
        } else if (next != null
                && next.nested()
                && AMENDS.matcher(subject).lookingAt()
                && next.from() < citation.to()) {
            relation = Relation.AMENDS;
            amends = next.reference();
        } else if (isAttached(paragraph, citation)) {
            relation = Relation.ATTACHES;
        } else if (BUDGET.matcher(subject).lookingAt()) {
            relation = Relation.ALLOCATES_BUDGET;
        }
        var key = citation.reference() + " " + citation.kind() + (relation == Relation.ATTACHES ? " " + citedIn : "");
        if (!known.add(key)) {
            return;
        }
        var doubts = EnumSet.noneOf(Doubt.class);
        doubts.addAll(citation.doubts());
        if (citation.date().flatMap(Dates.Read::day).isEmpty()) {
            doubts.add(Doubt.INCOMPLETE);
        }
        found.add(new Finding<>(
                basis(citation, relation, amends, citedIn),
                List.of(paragraph.text().place(citation.from(), citation.to())),
                doubts));
    }

    private PlanContent.Basis basis(
            Citation citation, Relation relation, @Nullable String amends, @Nullable String citedIn) {
        if (citation.issuer() != null) {
            issuers.putIfAbsent(citation.reference(), agencies.inFull(citation.issuer()));
        }
        return new PlanContent.Basis(
                citation.reference(),
                citation.kind().abbreviation(),
                citation.date().flatMap(Dates.Read::day).orElse(null),
                citation.issuer() == null ? issuers.get(citation.reference()) : agencies.inFull(citation.issuer()),
                citation.subject() == null ? null : Letters.capitalised(citation.subject()),
                relation,
                amends,
                citedIn,
                null);
    }

    private static boolean isAttached(Paragraph paragraph, Citation citation) {
        var text = paragraph.folded();
        var end = Math.min(text.length(), citation.to() + NEAR);
        var found = ATTACHED.matcher(text).region(citation.from(), end);
        return found.find();
    }
}
