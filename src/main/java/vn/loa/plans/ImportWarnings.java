package vn.loa.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.loa.common.Messages;
import vn.loa.media.documents.Warning;
import vn.loa.plans.WorkingPlan.ImportWarning;
import vn.loa.plans.intake.Doubt;
import vn.loa.plans.intake.Finding;
import vn.loa.plans.intake.RecognisedPlan;

/** What somebody should look at in what was recognised: each doubt, in words. */
final class ImportWarnings {
    private final List<ImportWarning> all = new ArrayList<>();

    static List<ImportWarning> of(RecognisedPlan plan, List<Warning> reading) {
        var warnings = new ImportWarnings();
        reading.forEach(warnings::reading);
        warnings.one("number", plan.number());
        warnings.one("symbol", plan.symbol());
        warnings.one("issued", plan.issued());
        warnings.one("kind", plan.kind());
        warnings.one("agency", plan.agency());
        warnings.one("subject", plan.subject());
        warnings.one("signer", plan.signer());
        plan.period().ifPresent(period -> warnings.doubts("period", period));
        warnings.each("legalBases", plan.legalBases());
        warnings.each("recipients", plan.recipients());
        warnings.each("sections", plan.sections());
        warnings.each("deliverables", plan.deliverables());
        if (plan.sections().isEmpty()) {
            warnings.add("sections", "not-found");
        }
        if (plan.deliverables().isEmpty()) {
            warnings.add("deliverables", "not-found");
        }
        return warnings.all;
    }

    private void reading(Warning warning) {
        var code = warning.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        all.add(new ImportWarning(
                "files", code, Messages.complete(messages -> messages.text("plan.doubt." + code, warning.detail()))));
    }

    private void one(String field, Optional<? extends Finding<?>> finding) {
        finding.ifPresentOrElse(found -> doubts(field, found), () -> add(field, "not-found"));
    }

    private void each(String field, List<? extends Finding<?>> findings) {
        for (var i = 0; i < findings.size(); i++) {
            doubts(field + "[" + i + "]", findings.get(i));
        }
    }

    private void doubts(String field, Finding<?> finding) {
        finding.doubts().stream().sorted().forEach(doubt -> add(field, code(doubt)));
    }

    private void add(String field, String code) {
        all.add(of(field, code));
    }

    static ImportWarning of(String field, String code) {
        return new ImportWarning(field, code, Messages.complete(messages -> messages.text("plan.doubt." + code)));
    }

    /** @param twin which the plan may be once more */
    static ImportWarning twin(TwinPlans.Twin twin) {
        return new ImportWarning(
                "number",
                "there-already",
                Messages.complete(
                        messages -> messages.text("plan.doubt.there-already", twin.reference(), twin.slug())));
    }

    static String code(Doubt doubt) {
        return doubt.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
