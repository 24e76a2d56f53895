package vn.loa.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.EditLanguages;
import vn.loa.administration.EditLanguages.Line;
import vn.loa.administration.EditOutcome;
import vn.loa.common.web.BothWrote;
import vn.loa.common.web.BothWrote.Stored;
import vn.loa.common.web.BothWrote.Theirs;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.InterfaceLanguage;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;

/** The languages of works and pages: {@code /quan-tri/ngon-ngu}. */
@Named
@RequestScoped
public class LanguagesBacking {
    private static final List<String> FIELDS =
            List.of("ma", "vi", "en", "ten", "tag", "tep", "chu", "thu-tu", "noi-dung", "giao-dien");

    /** Ends the ids of the fields for a new one. */
    private static final String NEW = "-moi";

    @Inject
    private EditLanguages languages;

    @Inject
    private FollowDecisions followed;

    @Inject
    private SentForm sent;

    @Inject
    private SentOnce once;

    @Inject
    private BothWrote both;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private List<Line> lines = List.of();
    private boolean allowed = true;

    /** Does what a form asks for, and reads the list. */
    public void begin() {
        try {
            if (sent.isSent()) {
                take();
            }
            lines = languages.all(user.require());
        } catch (NotPermitted ofAPlace) {
            allowed = false;
        }
    }

    private void take() {
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("work.again"));
            return;
        }
        var by = user.require();
        var fields = SentFields.of(sent, FIELDS);
        // A box that is not ticked sends nothing.
        fields.putIfAbsent("noi-dung", "");
        var code = sent.line("ma");
        var outcome = switch (sent.getButton()) {
            case "them" -> SentFields.once(once, by.name(), () -> languages.add(fields, by));
            case "sua" ->
                SentFields.change(
                        both,
                        fields,
                        () -> languages.all(by).stream()
                                .filter(each -> each.code().equals(code))
                                .findFirst()
                                .map(each -> new Stored(each.version(), stored(each))),
                        (version, merged) -> languages.change(code, version, merged, by));
            default -> new EditOutcome.Stale();
        };
        SentFields.tell(
                outcome, "languages", FIELDS, sent.getButton().equals("sua") ? "-" + code : NEW, both, sent, visit);
        if (sent.isDone()) {
            followed.now();
        }
    }

    public boolean isAllowed() {
        return allowed;
    }

    public List<Line> getLines() {
        return lines;
    }

    /** Whether there are texts of pages for a language, so that it can be offered. */
    public boolean isSpoken(@Nullable Line line) {
        return line != null && InterfaceLanguage.isKnown(line.code());
    }

    /** What a field of a line, or of the form for a new one when it is null, holds: what was written and not taken, else what there is. */
    public String field(@Nullable Line line, String name) {
        if (line == null) {
            var usual = name.equals("noi-dung") ? "co" : name.equals("thu-tu") ? String.valueOf(lines.size() + 1) : "";
            return both.field("them", name, usual);
        }
        var there = stored(line).getOrDefault(name, "");
        return isOpen(line) ? both.field("sua", name, there) : there;
    }

    private Map<String, String> stored(Line line) {
        var held = new HashMap<>(Map.of(
                "ma", line.code(),
                "vi", line.label().exactly("vi").orElse(""),
                "en", line.label().exactly("en").orElse(""),
                "ten", line.endonym(),
                "tag", line.tag(),
                "tep", line.mediaCode(),
                "chu", line.orthography(),
                "noi-dung", line.content() ? "co" : "",
                "thu-tu", String.valueOf(line.position())));
        if (isSpoken(line)) {
            held.put("giao-dien", line.usedByPages() ? "co" : "");
        }
        return held;
    }

    /** What the fields of a language hold, to be sent along. */
    public String base(Line line) {
        return isOpen(line) ? both.base(stored(line)) : BothWrote.written(stored(line));
    }

    /** What somebody else has saved in a field in which something was written, too. */
    public @Nullable Theirs theirs(@Nullable Line line, String name) {
        return line == null || !isOpen(line)
                ? null
                : both.theirs(name, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** Whether the form of this language was refused, so that it stands open. */
    public boolean isOpen(Line line) {
        return sent.isRefused("sua") && sent.line("ma").equals(line.code());
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
