package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.loa.accounts.Actor;
import vn.loa.common.Reading;
import vn.loa.common.Texts;

/** What can be chosen in the form of a plan beside the taxonomies. */
@ApplicationScoped
@Transactional
@Reading
public class PlanChoices {
    @Inject
    private Plans plans;

    /** @param code address of a plan */
    public record Choice(String code, Texts label) {}

    /** The public plans, to link to. One statement. @throws vn.loa.accounts.NotPermitted unless they work with plans */
    public List<Choice> plans(Actor by) {
        PlanPolicy.requireStaff(by);
        return plans.names().stream()
                .map(name -> new Choice(name.slug(), Texts.of(Texts.FALLBACK, name.words())))
                .toList();
    }
}
