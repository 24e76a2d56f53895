package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.Reading;
import vn.loa.taxonomy.Languages;

/** Reads what an editor writes about a plan, so that everything that is wrong with it is told at once: what it names and there is not, too. */
@ApplicationScoped
@Transactional
@Reading
public class ReadPlan {
    @Inject
    private Plans plans;

    @Inject
    private NamesInPlans names;

    @Inject
    private Languages languages;

    /** Of a plan that there is not yet. What is wrong is left with the reader, which the caller finishes. */
    public PlanContent begun(JsonFields fields, Actor by) {
        var content = written(fields);
        if (PlanPolicy.isEditor(by)) {
            addressed(content, fields);
            named(content, null, fields, by);
        }
        return content;
    }

    /** Of the plan at an address. What is wrong is left with the reader, which the caller finishes. */
    public PlanContent of(String slug, JsonFields fields, Actor by) {
        var content = written(fields);
        // Who may not write it learns nothing of what there is, and is told so when they try.
        find(slug, by).ifPresent(plan -> named(content, plan, fields, by));
        return content;
    }

    private Optional<Plan> find(String slug, Actor by) {
        return plans.find(slug).filter(plan -> PlanPolicy.mayEdit(by, plan));
    }

    private PlanContent written(JsonFields fields) {
        var content = PlanContent.read(fields);
        languages.unknown(content.texts()).forEach(wrong -> fields.violated(wrong.field(), wrong.message()));
        return content;
    }

    private static void addressed(PlanContent content, JsonFields fields) {
        try {
            StartPlan.address(content);
        } catch (InvalidInput wrong) {
            wrong.violations().forEach(each -> fields.violated(each.field(), each.message()));
        }
    }

    private void named(PlanContent content, @Nullable Plan plan, JsonFields fields, Actor by) {
        names.faults(plan, content, by).forEach(wrong -> fields.violated(wrong.field(), wrong.message()));
    }
}
