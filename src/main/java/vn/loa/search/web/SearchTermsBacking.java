package vn.loa.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
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

    private static final int BAD_REQUEST = 400;

    /** Lists only what found nothing. */
    static final String UNANSWERED = "trong";

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
    private String fault = "";

    /** Reads the list; in place of what is no week, or has not come yet, this one, and says so. */
    public void load() {
        now = Week.now(clock);
        var asked = visit.parameter(Addresses.WEEK);
        var shown = AskedWeek.of(asked, now);
        week = shown.week();
        if (!shown.fault().isEmpty()) {
            fault = visit.say(shown.fault(), asked);
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(BAD_REQUEST);
        }
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
        return isYes(visit.parameter(UNANSWERED));
    }

    static boolean isYes(String value) {
        return value.equals(YES);
    }

    /** Why another week is shown than was asked for, in words; empty when it is not. */
    public String getFault() {
        return fault;
    }

    /** Where this list is given out as a table for spreadsheets. */
    public String getFile() {
        var file = Address.of(Addresses.SEARCHES_FILE).with(Addresses.WEEK, week.code());
        return visit.link(isUnanswered() ? file.with(UNANSWERED, YES) : file);
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
