package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.PlainText;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.media.documents.Warning;
import vn.loa.plans.intake.Finding;
import vn.loa.plans.intake.RecognisedPlan;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Genres;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Level;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Makes the content of a draft of what was recognised in a document: names become units, agencies and plans of the portal. Stores nothing. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DraftPlan {
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_BODY = 200_000;
    private static final String DEFAULT_KIND = "KH";

    /** Of a name, what it is compared by. */
    private static final List<UnaryOperator<String>> READINGS =
            List.of(Texts::words, name -> Texts.words(Texts.fold(name)));

    /** In the folded name of an agency. */
    private static final Pattern OF_COMMUNE =
            Pattern.compile("^(?:uy-ban-nhan-dan|hoi-dong-nhan-dan|dang-uy)-(?:xa|phuong|thi-tran)-");

    @Inject
    private Plans plans;

    @Inject
    private Agencies agencies;

    @Inject
    private Localities localities;

    @Inject
    private Genres genres;

    @Inject
    private Languages languages;

    /** @param name of the file, which stands in where no subject was found */
    DraftedPlan from(RecognisedPlan read, String name, List<Warning> reading, Actor by) {
        var warnings = new ArrayList<>(ImportWarnings.of(read, reading));
        var named = NamedAgency.in(read, agencies.allAndProposed(), by);
        var agency = named.agency();
        if (named.doubt() != null) {
            warnings.add(ImportWarnings.of("agency", named.doubt()));
        }
        var where = locality(read, agency, by);
        // A document says who issues it, and not at which level that is.
        warnings.add(ImportWarnings.of("level", "inferred"));
        if (where.guessed()) {
            warnings.add(ImportWarnings.of("locality", "inferred"));
        }
        var bases = linked(read.legalBases(), by);
        var details = bases.stream()
                .filter(basis -> basis.relation() == Relation.IMPLEMENTS && basis.plan() != null)
                .map(PlanContent.Basis::plan)
                .distinct()
                .toList();
        var content = new PlanContent(
                line(read.number()),
                line(read.symbol()),
                read.kind().map(kind -> kind.value().abbreviation()).orElse(DEFAULT_KIND),
                read.issued().map(Finding::value).orElse(null),
                agency.map(Agency::code).orElse(null),
                Optional.ofNullable(line(read.subject())).orElse(withoutEnding(name)),
                Texts.none(),
                level(read.agency().map(Finding::value).orElse(""), where.unit()),
                where.unit().addressName(),
                read.period().map(period -> period.value().from()).orElse(null),
                read.period().map(period -> period.value().to()).orElse(null),
                null,
                details.size() == 1 ? details.get(0) : null,
                read.signer().map(Finding::value).orElse(null),
                bases,
                read.recipients().stream()
                        .map(recipient -> new Recipient(
                                cut(recipient.value().name()),
                                recipient.value().role().orElse(null)))
                        .toList(),
                read.sections().stream().map(part -> part(part.value())).toList(),
                promises(read.deliverables()));
        return new DraftedPlan(content, warnings);
    }

    private static @Nullable String line(Optional<Finding<String>> found) {
        return found.map(finding -> cut(finding.value()))
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static String cut(String text) {
        var line = PlainText.line(text);
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
    }

    private static String withoutEnding(String name) {
        var dot = name.lastIndexOf('.');
        var bare = cut(dot > 0 ? name.substring(0, dot) : name);
        return bare.chars().anyMatch(Character::isLetterOrDigit) ? bare : DEFAULT_KIND;
    }

    private static String folded(String name) {
        try {
            return Slug.of(name).value();
        } catch (IllegalArgumentException nothingToRead) {
            return "";
        }
    }

    /** @param guessed whether nothing in the document names it */
    private record Where(Locality unit, boolean guessed) {}

    /** Of the agency, else what the document names; else where whoever imports it works; else the province. */
    private Where locality(RecognisedPlan read, Optional<Agency> agency, Actor by) {
        var all = localities.all();
        var named = agency.flatMap(Agency::locality)
                .or(() -> read.agency().flatMap(name -> within(name.value(), all)))
                .or(() -> read.town().flatMap(town -> called(town.value(), all)))
                .filter(by::covers);
        if (named.isPresent()) {
            return new Where(named.get(), false);
        }
        var own = Optional.ofNullable(by.confinedTo()).flatMap(localities::find);
        return new Where(
                own.or(() -> all.stream()
                                .filter(unit -> unit.level() == Level.PROVINCE
                                        && unit.validTo().isEmpty())
                                .findFirst())
                        .orElseGet(() -> all.get(0)),
                true);
    }

    /** The unit in which an agency says that it is; of several of one name nobody can tell which. */
    private static Optional<Locality> within(String agency, List<Locality> all) {
        return only(
                all,
                reading -> unit -> (" " + reading.apply(agency))
                        .endsWith(" " + reading.apply(unit.label().in(Texts.FALLBACK))));
    }

    private static Optional<Locality> called(String name, List<Locality> all) {
        return only(
                all,
                reading -> unit -> Stream.of(unit.name(), unit.label().in(Texts.FALLBACK))
                        .map(reading)
                        .anyMatch(reading.apply(name)::equals));
    }

    /** With tones and other marks; only where there is none, without. */
    private static Optional<Locality> only(
            List<Locality> all, Function<UnaryOperator<String>, Predicate<Locality>> sought) {
        return READINGS.stream()
                .map(reading -> all.stream().filter(sought.apply(reading)).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .flatMap(DraftPlan::only);
    }

    private static Optional<Locality> only(List<Locality> found) {
        var codes = found.stream().map(Locality::code).distinct().count();
        return codes == 1 ? Optional.of(found.get(found.size() - 1)) : Optional.empty();
    }

    private static Level level(String agency, Locality where) {
        var name = folded(agency);
        if (Stream.of("so-", "ban-dan-toc", "ban-chi-dao").anyMatch(name::startsWith)) {
            return Level.DEPARTMENT;
        }
        if (Stream.of("thu-tuong", "chinh-phu", "bo-", "quoc-hoi").anyMatch(name::startsWith)) {
            return Level.CENTRAL;
        }
        // Also where the portal does not know the place, and the plan is put down for the province.
        return OF_COMMUNE.matcher(name).find() ? Level.COMMUNE : where.level();
    }

    /** Each with the plan of the portal that it is, where number, day and agency leave no doubt. */
    private List<PlanContent.Basis> linked(List<Finding<PlanContent.Basis>> found, Actor by) {
        var references = found.stream()
                .map(basis -> basis.value().reference())
                .distinct()
                .toList();
        var known = plans.referredToAs(references).stream()
                .filter(revision -> PlanPolicy.mayName(by, revision.plan()))
                .collect(Collectors.groupingBy(revision -> revision.reference().orElse("")));
        return found.stream()
                .map(Finding::value)
                .map(basis -> new PlanContent.Basis(
                        cut(basis.reference()),
                        cut(basis.kind()),
                        basis.date(),
                        cutOrNull(basis.issuer()),
                        cutOrNull(basis.title()),
                        basis.relation(),
                        cutOrNull(basis.amends()),
                        basis.citedIn(),
                        same(basis, known.getOrDefault(basis.reference(), List.of()))))
                .toList();
    }

    private static @Nullable String same(PlanContent.Basis basis, List<PlanRevision> candidates) {
        var same = candidates.stream()
                .filter(revision -> isOfDay(basis.date(), revision) && isOf(basis.issuer(), revision))
                .toList();
        return same.size() == 1 ? same.get(0).plan().slug() : null;
    }

    /** Every province has a 77/KH-UBND: without the agency, or by one that is only called alike, a citation is nothing but text. */
    private static boolean isOf(@Nullable String issuer, PlanRevision revision) {
        return issuer != null
                && revision.issuer()
                        .filter(agency -> NamedAgency.isCalled(agency, issuer))
                        .isPresent();
    }

    /** As exactly as the day of the plan is known. */
    private static boolean isOfDay(@Nullable LocalDate day, PlanRevision revision) {
        return day == null
                || revision.issued()
                        .filter(issued -> issued.date().equals(new ImpreciseDate(day, issued.precision()).date()))
                        .isPresent();
    }

    private static @Nullable String cutOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : cut(text);
    }

    private static PlanContent.Part part(PlanContent.Part part) {
        var text = PlainText.lines(part.text());
        return new PlanContent.Part(
                part.depth(),
                cutOrNull(part.number()),
                cut(part.title()),
                part.anchor(),
                text.length() <= LONGEST_BODY ? text : text.substring(0, LONGEST_BODY - 1) + "…");
    }

    /** Of genres and languages that there are, under the codes that genres have by now; others an administrator may have taken away. */
    private List<PlanContent.Promise> promises(List<Finding<PlanContent.Promise>> found) {
        var known = new HashMap<String, String>();
        found.stream()
                .map(promise -> promise.value().genre())
                .distinct()
                .forEach(code -> genres.find(code).ifPresent(genre -> known.put(code, genre.code())));
        var tongues = languages.all().stream().map(language -> language.code()).collect(Collectors.toSet());
        return found.stream()
                .map(Finding::value)
                .flatMap(promise ->
                        Stream.ofNullable(known.get(promise.genre())).map(genre -> promise(promise, genre, tongues)))
                .toList();
    }

    private static PlanContent.Promise promise(PlanContent.Promise read, String genre, Set<String> tongues) {
        return new PlanContent.Promise(
                "",
                read.title().with(DraftPlan::cut),
                genre,
                positive(read.quantity()),
                read.languages().stream().filter(tongues::contains).distinct().toList(),
                read.adaptation(),
                positive(read.minutesMin()),
                positive(read.minutesMax()),
                read.replay(),
                read.channels().stream()
                        .map(DraftPlan::cut)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                read.thresholdSubscribers(),
                read.thresholdViews(),
                read.deadline(),
                read.dueBefore(),
                cutOrNull(read.leadUnit()),
                read.supportingUnits(),
                cutOrNull(read.budgetSource()));
    }

    private static @Nullable Integer positive(@Nullable Integer number) {
        return number == null || number < 1 ? null : number;
    }
}
