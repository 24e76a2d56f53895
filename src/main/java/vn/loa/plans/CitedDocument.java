package vn.loa.plans;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which document is cited, as far as citations tell: every province has a 77/KH-UBND, of some day of each year.
 *
 * @param issuedOn null when nothing tells of which day it is
 */
record CitedDocument(
        String reference, String kind, @Nullable LocalDate issuedOn) {

    /** The documents that a plan cites, in its order, each with all its citations. */
    static Map<CitedDocument, List<LegalBasis>> among(List<LegalBasis> bases) {
        return bases.stream()
                .collect(Collectors.groupingBy(basis -> of(basis, bases), LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * The document that a citation means beside those of one plan. Where it names no day, it means the only one of its number that
     * the plan cites; among several of them nobody can tell, so it stays alone.
     */
    static CitedDocument of(LegalBasis citation, Collection<LegalBasis> bases) {
        var days = bases.stream()
                .filter(basis -> basis.reference().equals(citation.reference())
                        && basis.kind().equals(citation.kind()))
                .flatMap(basis -> basis.issuedOn().stream())
                .collect(Collectors.toSet());
        return new CitedDocument(citation.reference(), citation.kind(), day(citation, days));
    }

    private static @Nullable LocalDate day(LegalBasis citation, Collection<LocalDate> days) {
        if (days.isEmpty()) {
            return null;
        }
        var only = days.size() == 1 ? days.iterator().next() : null;
        return citation.issuedOn().orElse(only);
    }

    /** What its citations tell of it together: of each thing what the first tells that knows it. */
    PlanDocument.Basis told(List<LegalBasis> citations) {
        var all = citations.stream().map(PlanDocument::basis).toList();
        return new PlanDocument.Basis(
                reference,
                kind,
                issuedOn,
                first(all, PlanDocument.Basis::issuer),
                first(all, PlanDocument.Basis::title),
                all.get(0).relation(),
                first(all, PlanDocument.Basis::amends),
                onlyWithin(all),
                first(all, PlanDocument.Basis::plan));
    }

    /** The first of the sections that cite it, when the preamble does not: then the plan as a whole does not rest on it. */
    private static @Nullable String onlyWithin(List<PlanDocument.Basis> all) {
        return all.stream().allMatch(basis -> basis.citedIn() != null)
                ? all.get(0).citedIn()
                : null;
    }

    private static @Nullable String first(
            List<PlanDocument.Basis> all, Function<PlanDocument.Basis, @Nullable String> what) {
        return all.stream().map(what).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
