package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import vn.loa.common.Slug;

/** Names what plans promise, for products that fulfil it: who writes a plan need not think of a name. */
@ApplicationScoped
class PromiseKeys {
    /** Of the address of the plan, which stands before the genre. */
    private static final int LONGEST_PLAN = 60;

    @Inject
    private Plans plans;

    /** The content in which every promise has a key: those without one get one that no plan has. At most a statement for each of these. */
    PlanContent complete(PlanContent content, Slug plan) {
        if (content.deliverables().stream().noneMatch(promise -> promise.key().isEmpty())) {
            return content;
        }
        var taken = new HashSet<String>();
        content.deliverables().forEach(promise -> taken.add(promise.key()));
        var keyed = new ArrayList<PlanContent.Promise>();
        for (var promise : content.deliverables()) {
            keyed.add(promise.key().isEmpty() ? promise.withKey(free(plan, promise.genre(), taken)) : promise);
        }
        return content.withPromises(keyed);
    }

    private String free(Slug plan, String genre, Set<String> taken) {
        var address = plan.value();
        var beginning = address.length() > LONGEST_PLAN ? address.substring(0, LONGEST_PLAN) : address;
        var base = Slug.of(beginning + " " + genre);
        var free = base;
        for (var number = 2; taken.contains(free.value()) || plans.isPromised(free.value()); number++) {
            free = base.numbered(number);
        }
        taken.add(free.value());
        return free.value();
    }
}
