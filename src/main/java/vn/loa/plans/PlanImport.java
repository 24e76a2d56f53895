package vn.loa.plans;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.common.Texts;

/** What came of reading a document into a plan. */
public sealed interface PlanImport {
    /** There is a draft, to be checked beside the document, which is kept with it. */
    record Drafted(WorkingPlan plan) implements PlanImport {
        private static final Set<String> HEAD = Set.of("number", "symbol", "issued", "agency", "kind");

        /** Whether nothing was found of what stands at the head of an administrative document, so that this may be none. */
        public boolean isWithoutHead() {
            return Objects.requireNonNullElse(plan.warnings(), List.<WorkingPlan.ImportWarning>of()).stream()
                    .filter(warning -> warning.code().equals("not-found"))
                    .map(WorkingPlan.ImportWarning::field)
                    .collect(Collectors.toSet())
                    .containsAll(HEAD);
        }
    }

    /**
     * Nothing can come of this file.
     *
     * @param code for programs: {@code document-macros}, {@code scanned}, {@code no-plan} …
     * @param explanation why, and what to do about it
     */
    record Refused(String code, Texts explanation) implements PlanImport {}

    /** Nothing has been learnt of it now; it can be tried again in some seconds. @param explanation why */
    record Later(Texts explanation) implements PlanImport {}
}
