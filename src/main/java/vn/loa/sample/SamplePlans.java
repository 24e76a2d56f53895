package vn.loa.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import vn.loa.accounts.Actor;
import vn.loa.common.JsonFields;
import vn.loa.common.Slug;
import vn.loa.plans.PlanContent;
import vn.loa.plans.PlanEditing;
import vn.loa.plans.PlanTransitions;
import vn.loa.plans.Plans;

/** Loads the plans of the sample content and takes them to where they stand in their lives. */
@ApplicationScoped
class SamplePlans {
    @Inject
    private Plans plans;

    @Inject
    private PlanEditing editing;

    @Inject
    private PlanTransitions transitions;

    /** One plan, in one transaction; a plan that is there already is left alone. */
    @Transactional
    public void load(JsonObject file) {
        var slug = new Slug(file.getString("slug"));
        if (plans.find(slug.value()).isPresent()) {
            return;
        }
        var fields = new JsonFields(file);
        fields.text("slug");
        fields.flag("sample");
        fields.optionalText("reference");
        fields.text("state");
        var publishedAt = Instant.parse(fields.text("publishedAt"));
        var content = PlanContent.read(fields);
        fields.finish();
        var plan = editing.create(slug, content, true, Actor.SAMPLE);
        transitions.submit(plan, Actor.SAMPLE);
        transitions.approve(plan, Actor.SAMPLE);
        transitions.publish(plan, publishedAt, Actor.SAMPLE);
    }
}
