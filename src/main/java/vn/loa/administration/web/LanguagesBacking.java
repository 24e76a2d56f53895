package vn.loa.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.EditLanguages;
import vn.loa.administration.EditLanguages.Line;
import vn.loa.administration.EditOutcome;
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
            List.of("ma", "vi", "en", "ten", "tag", "tep", "chu", "noi-dung", "giao-dien", "thu-tu");

    @Inject
    private EditLanguages languages;

    @Inject
    private FollowDecisions followed;

    @Inject
    private SentForm sent;

    @Inject
    private SentOnce once;

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
        var outcome = switch (sent.getButton()) {
            case "them" -> SentFields.once(once, by.name(), () -> languages.add(fields, by));
            case "sua" -> languages.change(sent.line("ma"), sent.number("ban"), fields, by);
            default -> new EditOutcome.Stale();
        };
        SentFields.tell(outcome, "languages", sent, visit);
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
        var isSent = line == null
                ? sent.isRefused("them")
                : sent.isRefused("sua") && sent.line("ma").equals(line.code());
        if (isSent) {
            return sent.text(name);
        }
        if (line == null) {
            return name.equals("noi-dung") ? "co" : name.equals("thu-tu") ? String.valueOf(lines.size() + 1) : "";
        }
        return switch (name) {
            case "vi", "en" -> line.label().exactly(name).orElse("");
            case "ten" -> line.endonym();
            case "tag" -> line.tag();
            case "tep" -> line.mediaCode();
            case "chu" -> line.orthography();
            case "noi-dung" -> line.content() ? "co" : "";
            case "giao-dien" -> line.usedByPages() ? "co" : "";
            case "thu-tu" -> String.valueOf(line.position());
            default -> "";
        };
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
