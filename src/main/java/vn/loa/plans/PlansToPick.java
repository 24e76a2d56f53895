package vn.loa.plans;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.PlainText;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.taxonomy.PickSource;
import vn.loa.taxonomy.Picks.Kind;
import vn.loa.taxonomy.Picks.Pick;

/** Plans that others name, by number and subject: public ones are offered, and whoever may see another is told what it is called. */
@RequestScoped
@Transactional
class PlansToPick implements PickSource {
    /** Of a name, which stands in one line. */
    private static final int LONGEST = 160;

    @Inject
    private Plans plans;

    @Inject
    private CurrentUser user;

    private @Nullable Map<String, Pick> shown;

    @Override
    public Kind kind() {
        return Kind.PLAN;
    }

    @Override
    public List<Pick> find(List<String> words, int most) {
        return shown().values().stream()
                .filter(plan -> {
                    var name = Texts.fold(plan.label().in(Texts.FALLBACK));
                    return words.stream().allMatch(name::contains);
                })
                .limit(most)
                .toList();
    }

    @Override
    public Map<String, Pick> named(Collection<String> codes) {
        var found = new HashMap<String, Pick>();
        var others = codes.stream()
                .filter(code -> !shown().containsKey(code))
                .filter(Slug::isSlug)
                .toList();
        codes.stream().filter(shown()::containsKey).forEach(code -> found.put(code, shown().get(code)));
        user.actor()
                .ifPresent(by -> (others.isEmpty() ? List.<Plans.Called>of() : plans.called(others))
                        .stream()
                                .filter(other -> PlanPolicy.mayName(by, other.plan()))
                                .forEach(other -> found.put(other.name().slug(), pick(other.name()))));
        return found;
    }

    /** The public ones, the newest first. */
    private Map<String, Pick> shown() {
        if (shown == null) {
            var all = new LinkedHashMap<String, Pick>();
            plans.names().forEach(name -> all.put(name.slug(), pick(name)));
            shown = all;
        }
        return shown;
    }

    private static Pick pick(Plans.Name name) {
        return new Pick(name.slug(), Texts.of(Texts.FALLBACK, PlainText.beginning(name.words(), LONGEST)), null, false);
    }
}
