package vn.loa.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.ArrangeTerms;
import vn.loa.administration.ArrangeTerms.Line;
import vn.loa.administration.ArrangeTerms.Outcome;
import vn.loa.administration.TermFault;
import vn.loa.administration.TermKind;
import vn.loa.common.PlainText;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.BothWrote;
import vn.loa.common.web.BothWrote.Stored;
import vn.loa.common.web.BothWrote.Theirs;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.InterfaceLanguage;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;

/** Topics, audiences and genres, all of a kind and each of them: {@code /quan-tri/chu-de}, {@code /quan-tri/doi-tuong}, {@code /quan-tri/the-loai}. */
@Named
@RequestScoped
public class TermsBacking {
    private static final Map<String, TermKind> BY_ADDRESS = Map.of(
            "/quan-tri/chu-de", TermKind.TOPIC,
            "/quan-tri/doi-tuong", TermKind.AUDIENCE,
            "/quan-tri/the-loai", TermKind.GENRE);

    /** What is told on the page that it leads to. */
    private static final Set<String> GONE = Set.of("sua", "gop", "bo");

    /** The way of a step. */
    private static final String UP = "len";

    @Inject
    private ArrangeTerms terms;

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

    private List<Line> lines = List.of();
    private @Nullable Line line;
    private boolean allowed = true;

    /** Does what a form of the list asks for, and reads it. */
    public void begin() {
        try {
            if (sent.isSent()) {
                take();
            } else if (GONE.contains(visit.parameter(Addresses.NOTICE))) {
                sent.done(visit.text("terms.done." + visit.parameter(Addresses.NOTICE)));
            }
            lines = terms.all(getKind(), user.require());
        } catch (NotPermitted ofAPlace) {
            allowed = false;
        }
    }

    /** The same for the page of one of them; leads on when it has another address, or is gone, after that. */
    public void beginOne() {
        begin();
        if (!allowed) {
            return;
        }
        // Who wrote something that was not taken goes on where they are, although it may have another address by now.
        var code = sent.isRefused("sua") ? current() : visit.route("code");
        line = lines.stream()
                .filter(each -> each.term().code().equals(code))
                .findFirst()
                .orElse(null);
        if (line == null) {
            var now = terms.now(getKind(), visit.route("code")).map(this::address);
            var back = sent.isDone() ? Optional.of(getList()) : Optional.<String>empty();
            now.or(() -> back)
                    .ifPresentOrElse(
                            where -> Redirect.to(
                                    visit.href(told(where)), jakarta.faces.context.FacesContext.getCurrentInstance()),
                            absence::unknown);
        }
    }

    /** Where the page leads after it has done something, so that it is told there. */
    private String told(String where) {
        return sent.isDone() && GONE.contains(sent.getButton())
                ? where + "?" + Addresses.NOTICE + "=" + sent.getButton()
                : where;
    }

    private void take() {
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("work.again"));
            return;
        }
        var outcome = outcome();
        if (outcome instanceof Outcome.Wrong wrong) {
            var said = visit.text("terms.wrong." + wrong.fault().code());
            TermFields.fieldOf(wrong.fault())
                    .ifPresentOrElse(
                            field -> sent.refuse(visit.say("edit.wrong", 1), Map.of(field, said)),
                            () -> sent.refuse(said));
        } else if (both.isClash()) {
            SentFields.clash(both, fields().names(), "", sent, visit);
        } else if (outcome instanceof Outcome.Stale) {
            sent.refuse(visit.text("terms.stale"));
        } else {
            sent.done(visit.text(both.isJoined() ? "edit.joined" : "terms.done." + sent.getButton()));
        }
    }

    private Outcome outcome() {
        var by = user.require();
        var kind = getKind();
        var code = sent.line("ma");
        var version = sent.number("ban");
        return switch (sent.getButton()) {
            case "them" -> added(kind, by);
            case "sua" -> changed(kind, by);
            case "chuyen" -> terms.move(kind, code, version, sent.line("duoi"), sent.line("truoc"), by);
            case "gop" -> terms.merge(kind, code, version, sent.line("vao"), by);
            case "bo" -> terms.remove(kind, code, version, by);
            default -> new Outcome.Stale();
        };
    }

    private Outcome added(TermKind kind, Actor by) {
        return once.make(
                by.name(),
                () -> terms.add(kind, sent.line("duoi"), fields().written(fields().sent()), by),
                outcome -> outcome instanceof Outcome.Done done ? Optional.of(done.code()) : Optional.empty(),
                Outcome.Done::new,
                () -> new Outcome.Wrong(TermFault.SENT_ALREADY));
    }

    /** What each of two has changed is saved; where both have, each is asked. */
    private Outcome changed(TermKind kind, Actor by) {
        var fields = fields();
        return both.save(
                        fields.sent(),
                        () -> {
                            var code = current();
                            return terms.all(kind, by).stream()
                                    .filter(each -> each.term().code().equals(code))
                                    .findFirst()
                                    .map(each -> new Stored(each.term().version(), fields.stored(each.term())));
                        },
                        (version, merged) -> terms.change(kind, current(), version, fields.written(merged), by),
                        Outcome.Stale.class::isInstance)
                .orElseGet(Outcome.Stale::new);
    }

    /** The code that the one of this page has by now. */
    private String current() {
        var code = sent.line("ma");
        return terms.now(getKind(), code).orElse(code);
    }

    private TermFields fields() {
        return new TermFields(getKind(), sent);
    }

    /** The languages of the pages besides Vietnamese and English. */
    public List<InterfaceLanguage> getOthers() {
        return TermFields.others();
    }

    /** What the fields of the one hold, to be sent along. */
    public String getBase() {
        var of = line;
        return both.base(of == null ? Map.of() : fields().stored(of.term()));
    }

    /** What somebody else has saved in a field in which something was written, too. */
    public @Nullable Theirs theirs(String name) {
        var isTrait = getKind().traits().contains(name);
        return both.theirs(
                name, UnaryOperator.identity(), value -> isTrait ? visit.text("terms." + name + "." + value) : value);
    }

    public boolean isAllowed() {
        return allowed;
    }

    public TermKind getKind() {
        var path = visit.getAddress().path();
        return BY_ADDRESS.entrySet().stream()
                .filter(each -> path.equals(each.getKey()) || path.startsWith(each.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(TermKind.TOPIC);
    }

    /** What keys of texts about this kind end with. */
    public String getName() {
        return getKind().code();
    }

    public boolean isTree() {
        return getKind().isTree();
    }

    /** The address of the list. */
    public String getList() {
        return BY_ADDRESS.entrySet().stream()
                .filter(each -> each.getValue() == getKind())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    public List<Line> getLines() {
        return lines;
    }

    public @Nullable Line getLine() {
        return line;
    }

    /** The page of one of them. */
    public String address(String code) {
        return getList() + "/" + code;
    }

    /** The address under which the public finds it; null where it is none of its own. */
    public @Nullable String publicAddress(String code) {
        return switch (getKind()) {
            case TOPIC -> "/chu-de/" + code;
            case AUDIENCE -> "/san-pham?doi-tuong=" + code;
            case GENRE -> "/san-pham?the-loai=" + code;
        };
    }

    /** In how many works and elsewhere it is used, in words. */
    public String use(Line of) {
        return visit.say("terms.use." + getName(), of.use().works(), of.use().others());
    }

    /** The name in one language, without falling back. */
    public String label(String language) {
        return line == null ? "" : line.term().label().exactly(language).orElse("");
    }

    /** What this one shall go up in, so that it can be looked at before; null when none that there is was chosen. */
    public @Nullable Line getTarget() {
        var chosen = sent.isSent() ? sent.line("vao") : PlainText.line(visit.parameter("vao"));
        return lines.stream()
                .filter(each -> !each.equals(line) && each.term().code().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    /** How many stand right below this one, and move with it. */
    public long getBelow() {
        var of = line;
        return of == null
                ? 0
                : lines.stream()
                        .filter(each -> of.term().code().equals(each.term().parent()))
                        .count();
    }

    /** What a field holds: what was written and not taken, else what there is. */
    public String field(String button, String name, String otherwise) {
        return both.field(button, name, otherwise);
    }

    /** Whether who has just moved this one by a step goes on with this button: the same, or the other way at the end. @param way up or down, as forms say it */
    public boolean goesOn(Line of, String way) {
        var isMoved = sent.isDone()
                && sent.getButton().equals("chuyen")
                && sent.line("ma").equals(of.term().code());
        if (!isMoved || sent.line("phia").isEmpty()) {
            return false;
        }
        var isUp = of.afterNext() == null
                || of.previous() != null && sent.line("phia").equals(UP);
        return isUp == way.equals(UP);
    }

    /** What can be chosen in forms of this page. */
    public TermChoices getChoices() {
        return new TermChoices(getKind(), lines, line, both, visit);
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
