package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import vn.loa.accounts.Actor;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Agencies;

/** What can be chosen in the form of a plan beside the taxonomies. */
@ApplicationScoped
@Transactional
@Reading
public class PlanChoices {
    @Inject
    private Agencies agencies;

    @Inject
    private Plans plans;

    /** @param code of an agency, or address of a plan @param proposed whether it is an agency that waits to be taken into the list */
    public record Choice(String code, Texts label, boolean proposed) {}

    /** By name, with those that somebody has proposed. One statement. */
    public List<Choice> agencies() {
        return agencies.allAndProposed().stream()
                .map(agency -> new Choice(agency.code(), agency.name(), agency.isProposed()))
                .sorted(Comparator.comparing(choice -> choice.label().in(Texts.FALLBACK)))
                .toList();
    }

    /** The public plans, to link to. One statement. @throws vn.loa.accounts.NotPermitted unless they work with plans */
    public List<Choice> plans(Actor by) {
        PlanPolicy.requireStaff(by);
        return plans.names().stream()
                .map(name -> new Choice(name.slug(), Texts.of(Texts.FALLBACK, name.words()), false))
                .toList();
    }
}
