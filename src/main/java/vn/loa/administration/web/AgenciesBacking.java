package vn.loa.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.DecideAgencies;
import vn.loa.administration.DecideAgencies.Proposal;
import vn.loa.administration.EditAgencies;
import vn.loa.administration.EditAgencies.Line;
import vn.loa.administration.EditOutcome;
import vn.loa.common.Page;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;
import vn.loa.common.web.Absence;
import vn.loa.common.web.BothWrote;
import vn.loa.common.web.BothWrote.Stored;
import vn.loa.common.web.BothWrote.Theirs;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** The agencies and who took over from whom, all of them and each: {@code /quan-tri/co-quan}. */
@Named
@RequestScoped
public class AgenciesBacking {
    private static final Map<String, Kind> PICKED = Map.of("dia-ban", Kind.UNIT, "thay", Kind.AGENCY);
    private static final String LIST = "/quan-tri/co-quan";
    private static final List<String> FIELDS = List.of("vi", "en", "ma", "dia-ban", "tu", "den", "thay");
    private static final int SIZE = 50;

    @Inject
    private EditAgencies agencies;

    @Inject
    private DecideAgencies decide;

    @Inject
    private PickFields picks;

    @Inject
    private SentForm sent;

    @Inject
    private SentOnce once;

    @Inject
    private BothWrote both;

    @Inject
    private Absence absence;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private List<Line> all = List.of();
    private List<Proposal> proposals = List.of();
    private Page<Line> lines = Page.empty(1, SIZE);
    private Paging paging = Paging.none();
    private @Nullable Line line;
    private boolean allowed = true;

    /** Does what a form of the list asks for, and reads it. */
    public void begin() {
        try {
            if (sent.isSent()) {
                take();
            }
            all = agencies.all(user.require());
            proposals = decide.waiting(user.require());
            var words = PlainText.line(visit.parameter("q"));
            lines = Page.of(
                    all.stream().filter(each -> isCalled(each, words)).toList(),
                    Paging.number(visit.parameter(Paging.PARAMETER)),
                    SIZE);
            paging = Paging.of(lines, visit.getAddress());
        } catch (NotPermitted ofAPlace) {
            allowed = false;
        }
    }

    /** The same for the page of one of them. */
    public void beginOne() {
        begin();
        line = all.stream()
                .filter(each -> each.code().equals(visit.route("code")))
                .findFirst()
                .orElse(null);
        if (allowed && line == null) {
            if (sent.isDone()) {
                Redirect.to(visit.href(LIST), FacesContext.getCurrentInstance());
            } else {
                absence.unknown();
            }
        }
    }

    private void take() {
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("work.again"));
            return;
        }
        var by = user.require();
        var fields = SentFields.of(sent, FIELDS, PICKED, picks, visit);
        SentFields.tell(
                switch (sent.getButton()) {
                    case "them" -> SentFields.once(once, by.name(), () -> agencies.add(fields, by));
                    case "sua" ->
                        SentFields.change(
                                both,
                                fields,
                                () -> agencies.all(by).stream()
                                        .filter(each -> each.code().equals(visit.route("code")))
                                        .findFirst()
                                        .map(each -> new Stored(each.version(), stored(each))),
                                (version, merged) -> agencies.change(visit.route("code"), version, merged, by));
                    case "nhan" -> decide.accept(sent.line("de-nghi"), sent.number("ban"), by);
                    case "gop" ->
                        decide.merge(
                                sent.line("de-nghi"),
                                sent.number("ban"),
                                picks.code(Kind.AGENCY, sent.text("vao"), visit.getWords()),
                                by);
                    case "khong" -> decide.refuse(sent.line("de-nghi"), sent.number("ban"), sent.line("ly-do"), by);
                    case "bo" -> agencies.remove(visit.route("code"), sent.number("ban"), by);
                    default -> new EditOutcome.Stale();
                },
                "agencies",
                FIELDS,
                both,
                sent,
                visit);
    }

    private static boolean isCalled(Line line, String words) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return line.code().contains(wanted)
                || line.name().asMap().values().stream()
                        .anyMatch(name -> Texts.fold(name).contains(Texts.fold(words)));
    }

    public boolean isAllowed() {
        return allowed;
    }

    /** What editors have named because the list lacks it. */
    public List<Proposal> getProposals() {
        return proposals;
    }

    /** What was written about a proposal and not taken. @param name of the field */
    public String kept(Proposal proposal, String name) {
        return sent.line("de-nghi").equals(proposal.code()) ? sent.kept(sent.getButton(), name, "") : "";
    }

    public Page<Line> getLines() {
        return lines;
    }

    public Paging getPaging() {
        return paging;
    }

    public @Nullable Line getLine() {
        return line;
    }

    /** What words the list is narrowed by. */
    public String getSought() {
        return PlainText.line(visit.parameter("q"));
    }

    public String address(String code) {
        return LIST + "/" + code;
    }

    /** What a field holds: what was written and not taken, else what there is. */
    public String field(String button, String name) {
        var of = line;
        return both.field(button, name, of == null ? "" : stored(of).getOrDefault(name, ""));
    }

    private static Map<String, String> stored(Line line) {
        return Map.of(
                "vi", line.name().exactly("vi").orElse(""),
                "en", line.name().exactly("en").orElse(""),
                "dia-ban", line.place(),
                "tu", Objects.toString(line.validFrom(), ""),
                "den", Objects.toString(line.validTo(), ""),
                "thay", line.successor());
    }

    /** What the fields hold, to be sent along. */
    public String getBase() {
        var of = line;
        return both.base(of == null ? Map.of() : stored(of));
    }

    /** What somebody else has saved in a field in which something was written, too. */
    public @Nullable Theirs theirs(String name) {
        return SentFields.theirs(both, name, PICKED, picks, visit);
    }

    public String getAction() {
        return visit.getAddress().toString();
    }

    public String getToken() {
        return sent.token(purpose());
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }
}
