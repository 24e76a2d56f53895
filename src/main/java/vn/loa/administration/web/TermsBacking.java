package vn.loa.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.ArrangeTerms;
import vn.loa.administration.ArrangeTerms.Line;
import vn.loa.administration.ArrangeTerms.Outcome;
import vn.loa.administration.ArrangeTerms.Written;
import vn.loa.administration.TermFault;
import vn.loa.administration.TermKind;
import vn.loa.administration.TermTraits;
import vn.loa.common.web.Absence;
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

    @Inject
    private ArrangeTerms terms;

    @Inject
    private SentForm sent;

    @Inject
    private SentOnce once;

    @Inject
    private Absence absence;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private List<Line> lines = List.of();
    private @Nullable Line line;
    private boolean allowed = true;

    /** A value that can be chosen. */
    public record Choice(String code, String text, boolean chosen) {}

    /** Something to choose for a term. */
    public record Trait(String name, String label, List<Choice> choices) {}

    /** Does what a form of the list asks for, and reads it. */
    public void begin() {
        try {
            if (sent.isSent()) {
                take();
            }
            lines = terms.all(getKind(), user.require());
        } catch (NotPermitted ofAPlace) {
            allowed = false;
        }
    }

    /** The same for the page of one of them; leads on when it has another address, or is gone, after that. */
    public void beginOne() {
        var code = visit.route("code");
        begin();
        if (!allowed) {
            return;
        }
        line = lines.stream()
                .filter(each -> each.term().code().equals(code))
                .findFirst()
                .orElse(null);
        if (line == null) {
            var now = terms.now(getKind(), code).map(this::address);
            var back = sent.isDone() ? Optional.of(getList()) : Optional.<String>empty();
            now.or(() -> back)
                    .ifPresentOrElse(
                            where -> Redirect.to(
                                    visit.href(where), jakarta.faces.context.FacesContext.getCurrentInstance()),
                            absence::unknown);
        }
    }

    private void take() {
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("work.again"));
            return;
        }
        var outcome = outcome();
        if (outcome instanceof Outcome.Wrong wrong) {
            sent.refuse(visit.text("terms.wrong." + wrong.fault().code()));
        } else if (outcome instanceof Outcome.Stale) {
            sent.refuse(visit.text("terms.stale"));
        } else {
            sent.done(visit.text("terms.done." + sent.getButton()));
        }
    }

    private Outcome outcome() {
        var by = user.require();
        var kind = getKind();
        var code = sent.line("ma");
        var version = sent.number("ban");
        return switch (sent.getButton()) {
            case "them" -> added(kind, by);
            case "sua" -> terms.change(kind, code, version, written(), by);
            case "chuyen" -> terms.move(kind, code, version, sent.line("duoi"), sent.line("truoc"), by);
            case "gop" -> terms.merge(kind, code, version, sent.line("vao"), by);
            case "bo" -> terms.remove(kind, code, version, by);
            default -> new Outcome.Stale();
        };
    }

    private Outcome added(TermKind kind, Actor by) {
        return once.make(
                by.name(),
                () -> terms.add(kind, sent.line("duoi"), written(), by),
                outcome -> outcome instanceof Outcome.Done done ? Optional.of(done.code()) : Optional.empty(),
                Outcome.Done::new,
                () -> new Outcome.Wrong(TermFault.SENT_ALREADY));
    }

    private Written written() {
        var traits = new HashMap<String, String>();
        getKind().traits().forEach(trait -> traits.put(trait, sent.line(trait)));
        return new Written(sent.line("vi"), sent.line("en"), sent.line("dia-chi"), traits);
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

    /** What a field holds: what was written and not taken, else what there is. */
    public String field(String button, String name, String otherwise) {
        return sent.kept(button, name, otherwise);
    }

    /** What is chosen besides the name. @param button of the form that they stand in */
    public List<Trait> traits(String button) {
        return getKind().traits().stream()
                .map(trait -> {
                    var there = line == null ? "" : line.term().traits().getOrDefault(trait, "");
                    var chosen = sent.kept(button, trait, there);
                    return new Trait(
                            trait,
                            visit.text("terms.trait." + trait),
                            TermTraits.choices(trait).stream()
                                    .map(code -> new Choice(
                                            code, visit.text("terms." + trait + "." + code), code.equals(chosen)))
                                    .toList());
                })
                .toList();
    }

    /** Those that one may stand below. @param button of the form @param below what it stands below now */
    public List<Choice> parents(String button, @Nullable String below) {
        var chosen = sent.kept(button, "duoi", Objects.requireNonNullElse(below, ""));
        return lines.stream()
                .filter(each -> line == null || !each.equals(line))
                .map(each -> choice(each, each.term().code().equals(chosen)))
                .toList();
    }

    /** Those that this one can go up in. */
    public List<Choice> getOthers() {
        return lines.stream()
                .filter(each -> !each.equals(line))
                .map(each -> choice(each, each.term().code().equals(sent.kept("gop", "vao", ""))))
                .toList();
    }

    private Choice choice(Line of, boolean chosen) {
        return new Choice(
                of.term().code(), "– ".repeat(of.depth()) + visit.of(of.term().label()), chosen);
    }

    public String getAction() {
        return visit.getAddress().toString();
    }

    public String getToken() {
        return sent.token(purpose());
    }

    private String purpose() {
        return "terms " + user.session();
    }
}
