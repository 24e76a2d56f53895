package vn.loa.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.EditOutcome.Fault;
import vn.loa.administration.EditOutcome.Wrong;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.editorial.ContentRevision;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.SearchOutbox;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Administrators of the whole portal keep the agencies, and who took over from whom. Others are answered with {@link NotPermitted}. */
@ApplicationScoped
@Transactional
public class EditAgencies {
    private static final String SUBJECT = "agency";
    private static final long NO_NUMBER = 0;

    @Inject
    private Agencies agencies;

    @Inject
    private Localities localities;

    @Inject
    private References references;

    @Inject
    private SearchOutbox outbox;

    @Inject
    private ContentRevision contentRevision;

    @Inject
    private AuditTrail audit;

    /**
     * An agency.
     *
     * @param place name of its unit in the public contract; empty when it has none
     * @param validTo the first day on which it is no more
     * @param successor code of who took over from it; empty while nobody has
     * @param uses products, plans, questions and channels that name it
     */
    public record Line(
            String code,
            long version,
            Texts name,
            String place,
            Texts placeName,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            String successor,
            Texts successorName,
            long uses) {
        static Line of(Agency agency, long uses) {
            return new Line(
                    agency.code(),
                    agency.version(),
                    agency.name(),
                    agency.locality().map(Locality::addressName).orElse(""),
                    agency.locality().map(Locality::label).orElse(Texts.none()),
                    agency.validFrom().orElse(null),
                    agency.validTo().orElse(null),
                    agency.successor().map(Agency::code).orElse(""),
                    agency.successor().map(Agency::name).orElse(Texts.none()),
                    uses);
        }
    }

    /** All of them. Two statements. */
    public List<Line> all(Actor by) {
        require(by);
        var uses = references.ofAgencies();
        return agencies.allWithPlaces().stream()
                .map(agency -> Line.of(agency, uses.getOrDefault(agency.code(), 0L)))
                .toList();
    }

    /** @param fields vi, en, ma (empty to have it made of the name), dia-ban, tu, den, thay (code of the successor) */
    public EditOutcome add(Map<String, String> fields, Actor by) {
        require(by);
        references.oneByOne();
        try {
            var written = new WrittenFields(fields);
            var name = written.names(Texts.none());
            var code = written.text("ma").isEmpty() ? slug(name) : written.text("ma");
            if (!Slug.isSlug(code)) {
                written.wrong(written.isChosen("ma") ? "ma" : "vi", Fault.BAD_CODE);
            } else if (agencies.find(code).isPresent()) {
                written.wrong("ma", Fault.TAKEN);
            }
            var added = new Agency(code, name, null, null, null);
            describe(added, written);
            agencies.add(added);
            return done("add-agency", added, name.in(Texts.FALLBACK), by);
        } catch (WrittenFields.Unreadable wrong) {
            return wrong.outcome();
        }
    }

    /** @param fields as {@link #add} has them, but for the code, which stays */
    public EditOutcome change(String code, long version, Map<String, String> fields, Actor by) {
        require(by);
        references.oneByOne();
        var found = agencies.find(code).filter(agency -> agency.version() == version);
        if (found.isEmpty()) {
            return new EditOutcome.Stale();
        }
        var agency = found.get();
        var before = agency.name().in(Texts.FALLBACK);
        try {
            describe(agency, new WrittenFields(fields));
        } catch (WrittenFields.Unreadable wrong) {
            return wrong.outcome();
        }
        outbox.addAll(SubjectKind.PRODUCT, references.productsOf(code));
        outbox.addAll(SubjectKind.PLAN, references.plansOf(code));
        outbox.addAll(SubjectKind.QUESTION, references.questionsOf(code));
        var successor = agency.successor().map(other -> "; → " + other.code()).orElse("");
        return done("change-agency", agency, before + " → " + agency.name().in(Texts.FALLBACK) + successor, by);
    }

    /** Only what nothing refers to can be removed. */
    public EditOutcome remove(String code, long version, Actor by) {
        require(by);
        references.oneByOne();
        var found = agencies.find(code).filter(agency -> agency.version() == version);
        if (found.isEmpty()) {
            return new EditOutcome.Stale();
        }
        if (references.isReferredToAgency(code)) {
            return new Wrong(Fault.IN_USE);
        }
        agencies.remove(found.get());
        return done("remove-agency", found.get(), found.get().name().in(Texts.FALLBACK), by);
    }

    /** Changes nothing unless everything can be read. */
    private void describe(Agency agency, WrittenFields written) {
        var name = written.names(agency.name());
        var place = written.text("dia-ban");
        var unit = place.isEmpty() ? Optional.<Locality>empty() : localities.find(place);
        if (!place.isEmpty() && unit.isEmpty()) {
            written.wrong("dia-ban", Fault.UNKNOWN_PLACE);
        }
        var from = written.day("tu");
        var to = written.day("den");
        if (from != null && to != null && !to.isAfter(from)) {
            written.wrong("den", Fault.REVERSED);
        }
        var successor = successor(agency, written);
        if (successor.isPresent() && to == null) {
            written.wrong("den", Fault.NO_END);
        }
        written.check();
        agency.describe(name, unit.orElse(null), from, to);
        agency.becomes(successor.orElse(null));
    }

    private Optional<Agency> successor(Agency agency, WrittenFields written) {
        var code = written.text("thay");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        var successor = agencies.find(code);
        if (successor.isEmpty()) {
            written.wrong("thay", Fault.UNKNOWN_SUCCESSOR);
        }
        var passed = new HashSet<String>();
        for (var next = successor; next.isPresent(); next = next.flatMap(Agency::successor)) {
            if (next.get().code().equals(agency.code())
                    || !passed.add(next.get().code())) {
                written.wrong("thay", Fault.CIRCLE);
                break;
            }
        }
        return successor;
    }

    private static String slug(Texts name) {
        try {
            return Slug.of(name.in(Texts.FALLBACK)).value();
        } catch (IllegalArgumentException nothingToRead) {
            return "";
        }
    }

    private EditOutcome done(String action, Agency agency, String note, Actor by) {
        audit.record(by, action, SUBJECT, NO_NUMBER, agency.code(), note);
        contentRevision.advance();
        return new EditOutcome.Done(agency.code());
    }

    private static void require(Actor by) {
        Administrators.require(by, "keep the agencies");
    }
}
