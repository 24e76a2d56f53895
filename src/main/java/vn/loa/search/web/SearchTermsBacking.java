package vn.loa.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.Page;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.programmes.Week;
import vn.loa.search.Filters;
import vn.loa.search.SearchTerms;
import vn.loa.search.SearchTerms.SearchTerm;

/** What people looked for in a week, and what of it found nothing: {@code /quan-tri/luot-tim}. */
@Named
@RequestScoped
public class SearchTermsBacking {
    private static final int SIZE = 50;

    /** Lists only what found nothing. */
    private static final String UNANSWERED = "trong";

    private static final String YES = "1";

    @Inject
    private SearchTerms terms;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Clock clock;

    private Page<SearchTerm> found = Page.empty(1, SIZE);
    private Week week = Week.of(LocalDate.EPOCH);
    private Week now = week;

    /** Reads the list; what is no week is this one. */
    public void load() {
        now = Week.now(clock);
        week = Week.find(visit.parameter(Addresses.WEEK))
                .filter(wanted -> wanted.compareTo(now) < 0)
                .orElse(now);
        found = terms.of(
                week.monday(), isUnanswered(), Paging.number(visit.parameter(Paging.PARAMETER)), SIZE, user.require());
    }

    public Page<SearchTerm> getFound() {
        return found;
    }

    public Week getWeek() {
        return week;
    }

    public boolean isUnanswered() {
        return visit.parameter(UNANSWERED).equals(YES);
    }

    /** Whether a later week can be shown. */
    public boolean isOver() {
        return week.compareTo(now) < 0;
    }

    /** The same list of another week. */
    public String week(int away) {
        return visit.link(first().with(Addresses.WEEK, week.plus(away).code()));
    }

    /** The same week with all words, or with those alone that found nothing. */
    public String other(boolean unanswered) {
        return visit.link(unanswered ? first().with(UNANSWERED, YES) : first().without(UNANSWERED));
    }

    private Address first() {
        return visit.getAddress().without(Paging.PARAMETER);
    }

    /** What the public finds for these words. */
    public String search(String words) {
        return visit.link(Address.of("/tim-kiem").with(Filters.WORDS, words));
    }

    public Paging getPaging() {
        return Paging.of(found, visit.getAddress());
    }
}
