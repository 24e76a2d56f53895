package vn.loa.home.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Role;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.home.Desk;
import vn.loa.home.Desks;
import vn.loa.home.ReadNews;
import vn.loa.programmes.ProgrammePolicy;

/** The front page of the back office. */
@Named
@RequestScoped
public class DeskBacking {
    /** Parameter of the desk that asks for all of what no other page lists. */
    private static final String WHOLE = "het";

    /** What lists are narrowed to that hold all of a part. */
    private static final Map<String, Rest> LISTS = Map.of(
            "drafts", new Rest("cua=toi&trang-thai=draft", "trang-thai=draft"),
            "review", new Rest("trang-thai=in-review", "trang-thai=in-review"),
            "approved", new Rest("trang-thai=approved", "trang-thai=approved"));

    /** Queries of the list of products and of that of plans, which knows nobody's own. */
    private record Rest(String products, String plans) {}

    /** Something that leads elsewhere. */
    public record Link(String text, String url) {}

    @Inject
    private Desks desks;

    @Inject
    private ReadNews reading;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable Desk desk;

    /** Notes what they have read, where a form says so, and puts the desk together. */
    public void load() {
        if (!isOfCommune()) {
            if (sent.isSent()) {
                if (sent.isGenuine(purpose()) && take()) {
                    Redirect.to(visit.link(visit.getAddress()), FacesContext.getCurrentInstance());
                    return;
                }
                sent.refuse(visit.text("work.again"));
            }
            desk = desks.of(user.require(), reading.come(user.require(), user.session()), isWhole());
        }
    }

    private boolean take() {
        var by = user.require();
        switch (sent.getButton()) {
            case "da-xem" -> reading.read(by, Instant.ofEpochMilli(Math.max(0, sent.number("den"))));
            case "chua-xem" -> reading.unread(by);
            default -> {
                return false;
            }
        }
        return true;
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }

    /** For forms of this page. */
    public String getToken() {
        return sent.token(purpose());
    }

    public String getAction() {
        return visit.href(visit.getAddress().path());
    }

    /** The moment that this desk is of, as its form sends it back. */
    public long getMoment() {
        return getDesk().at().toEpochMilli();
    }

    /** Whether this is the first page of somebody who looks after a commune alone, and shows that. */
    public boolean isOfCommune() {
        return ProgrammePolicy.isOfficerAlone(user.require())
                && visit.getAddress().path().equals(Addresses.DESK);
    }

    /** Where else they find their commune; empty when they look after none. */
    public String getCommune() {
        return user.require().is(Role.COMMUNE_OFFICER) ? visit.href(Addresses.COMMUNES) : "";
    }

    public Desk getDesk() {
        return Objects.requireNonNull(desk, "the desk is not loaded yet");
    }

    /** Whether they ask for all of what no other page lists, and not for a first few. */
    public boolean isWhole() {
        return visit.parameter(WHOLE).equals("1");
    }

    /** Where all is of a part that no other page lists. @param id of its heading */
    public String all(String id) {
        return visit.href(visit.getAddress().path() + "?" + WHOLE + "=1") + "#" + id;
    }

    /** Where all is of a part of which a first few are shown; nothing where there is no such page. */
    public List<Link> rest(String part) {
        var narrowed = LISTS.get(part);
        return narrowed == null
                ? isWhole() ? List.of() : List.of(new Link(visit.text("desk.more.all"), all("viec-" + part)))
                : List.of(
                        new Link(
                                visit.text("desk.more.products"),
                                visit.href(Addresses.WORK_LIST + "?" + narrowed.products())),
                        new Link(
                                visit.text("desk.more.plans"),
                                visit.href(Addresses.PLAN_LIST + "?" + narrowed.plans())));
    }

    /** What somebody can do next in a part, whatever waits there. */
    public List<Link> next(String part) {
        return switch (part) {
            case "drafts" ->
                List.of(
                        new Link(visit.text("work.new"), visit.href(Addresses.WORK_LIST + "/moi")),
                        new Link(visit.text("desk.next.plan"), visit.href(Addresses.PLAN_LIST + "/moi")));
            case "tracks" ->
                List.of(new Link(visit.text("desk.next.tracks"), visit.href(Addresses.WORK_LIST + "?cua=tham-dinh")));
            case "review" ->
                List.of(new Link(
                        visit.text("desk.next.review"), visit.href(Addresses.WORK_LIST + "?trang-thai=in-review")));
            case "approved" ->
                List.of(new Link(
                        visit.text("desk.next.scheduled"), visit.href(Addresses.WORK_LIST + "?trang-thai=scheduled")));
            case "place" -> List.of(new Link(visit.text("desk.next.place"), visit.href("/san-pham")));
            default -> List.of();
        };
    }

    /** Whether they look after the processing of files. */
    public boolean isKeeper() {
        return getDesk().files().isPresent();
    }

    /** How many agencies are proposed for the list; 0 for who does not keep it. */
    public long getAgencies() {
        return getDesk().agencies().orElse(0L);
    }

    /** Files that are not at the end of their processing, or came to none: how many in which state, and where those are. */
    public List<Link> getFiles() {
        var counts = getDesk().files().orElse(Map.of());
        return Stream.of("dead", "running", "waiting")
                .filter(state -> counts.getOrDefault(state, 0L) > 0)
                .map(state -> new Link(
                        visit.text("jobs.state." + state) + ": "
                                + visit.getWords().number(counts.getOrDefault(state, 0L)),
                        visit.href("/quan-tri/cong-viec?trang-thai=" + state)))
                .toList();
    }

    /** Whether files are being processed, so that the page soon says otherwise. */
    public boolean isProcessing() {
        return desk != null && desk.jobs().filter(jobs -> !jobs.isEmpty()).isPresent();
    }

    /** What somebody did, in words. */
    public String deed(String action) {
        return visit.textOr("deed." + action, "deed.other");
    }

    /** How far away a deadline is, in words. */
    public String when(Desk.Due due) {
        if (due.days() == 0) {
            return visit.text("desk.due.today");
        }
        return due.isLate() ? visit.say("desk.due.over", -due.days()) : visit.say("desk.due.in", due.days());
    }

    /** The deadline as the plan has it. */
    public String deadline(Desk.Due due) {
        var day = visit.getWords().day(due.deadline());
        return due.before() ? visit.say("plan.due.before", day) : day;
    }

    /** How much of a promise is kept, in words. */
    public String kept(Desk.Due due) {
        var come = due.progress();
        var promised = come.promised();
        var versions = come.versionsPromised();
        var parts = new ArrayList<String>();
        parts.add(
                promised == null
                        ? visit.say("desk.due.published", come.published())
                        : visit.say("desk.due.kept", come.published(), promised));
        if (come.samples() > 0) {
            parts.add(visit.say("plan.samples.some", come.samples()));
        }
        if (versions != null && !come.countsVersionsAsWorks()) {
            parts.add(visit.say("plan.versions", come.versionsPublished(), versions));
        }
        return String.join(" · ", parts);
    }
}
