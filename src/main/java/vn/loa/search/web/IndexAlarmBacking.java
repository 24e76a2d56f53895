package vn.loa.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.web.Visit;
import vn.loa.search.IndexRebuild;
import vn.loa.search.LookAfterIndex;
import vn.loa.search.LookAfterIndex.Condition;

/** What is wrong with the search index, for the first page of those who look after it. */
@Named("indexAlarm")
@RequestScoped
public class IndexAlarmBacking {
    @Inject
    private LookAfterIndex index;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable List<String> troubles;

    /** In words; none when all is well, or for others. At most four statements. */
    public List<String> getTroubles() {
        var known = troubles;
        if (known == null) {
            known = find();
            troubles = known;
        }
        return known;
    }

    private List<String> find() {
        try {
            return in(index.condition(user.require()));
        } catch (NotPermitted others) {
            return List.of();
        }
    }

    private List<String> in(Condition condition) {
        var found = new ArrayList<String>();
        if (!condition.aside().isEmpty()) {
            found.add(visit.say("desk.index.aside", condition.aside().size()));
        }
        if (condition.progress().state() == IndexRebuild.State.FAILED) {
            found.add(visit.text("desk.index.failed"));
        }
        return found;
    }
}
