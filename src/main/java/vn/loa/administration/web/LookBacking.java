package vn.loa.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.DecideLook;
import vn.loa.administration.DecideLook.Outcome;
import vn.loa.administration.DecideLook.State;
import vn.loa.administration.LookContent;
import vn.loa.administration.LookContent.EmblemLine;
import vn.loa.administration.Palette;
import vn.loa.administration.Palette.Measured;
import vn.loa.common.Colour;
import vn.loa.common.Texts;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.InterfaceLanguage;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;

/** What the portal is called and how it looks: {@code /quan-tri/he-thong/giao-dien}. */
@Named
@RequestScoped
public class LookBacking {
    private static final Colour USUAL = Colour.of("27337a");

    @Inject
    private DecideLook decide;

    @Inject
    private FollowDecisions followed;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable State state;
    private boolean allowed = true;
    private @Nullable Colour instead;

    /** Does what a form asks for, and reads what there is. */
    public void begin() {
        try {
            if (sent.isSent()) {
                take();
            }
            state = decide.state(user.require());
        } catch (NotPermitted ofAPlace) {
            allowed = false;
        }
    }

    private void take() {
        if (!sent.isGenuine(purpose(user))) {
            sent.refuse(visit.text("work.again"));
            return;
        }
        var by = user.require();
        var mark = sent.line("ban");
        tell(
                switch (sent.getButton()) {
                    case "xem" -> decide.draft(this::texts, sent::line, mark, by);
                    case "goi-y" ->
                        decide.draft(
                                this::texts,
                                name -> name.equals("mau") ? sent.line("goi-y") : sent.line(name),
                                mark,
                                by);
                    case "ap-dung" -> decide.apply(mark, by);
                    case "thoi" -> decide.giveUp(mark, by);
                    case "bo-sang" -> decide.show(false, null, mark, by);
                    case "bo-toi" -> decide.show(true, null, mark, by);
                    case "lay-lai" -> decide.restore(sent.number("so"), mark, by);
                    default -> new Outcome.Stale();
                });
    }

    private void tell(Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            sent.done(visit.text("look.done." + sent.getButton()));
            // Other nodes see it within seconds.
            followed.now();
        } else if (outcome instanceof Outcome.Wrong wrong) {
            refuse(wrong);
        } else {
            sent.refuse(visit.text("edit.stale"));
        }
    }

    private void refuse(Outcome.Wrong wrong) {
        var said = new LinkedHashMap<String, String>();
        wrong.faults().forEach((field, fault) -> said.put(field, visit.text("look.wrong." + fault.code())));
        var faint = wrong.faint();
        if (faint != null) {
            instead = faint.instead();
            said.put(
                    "mau",
                    visit.say(
                            "look.faint",
                            faint.accent().css() + " ("
                                    + visit.text("look.on." + faint.worst().where()) + ")",
                            ratio(faint.worst())));
        }
        var whole = said.get("");
        if (whole == null) {
            sent.refuse(visit.say("edit.wrong", said.size()), said);
        } else {
            sent.refuse(whole);
        }
    }

    private Texts texts(String name) {
        var written = new LinkedHashMap<String, String>();
        getLanguages().forEach(language -> written.put(language.code(), sent.line(name + "-" + language.code())));
        return Texts.of(written);
    }

    /** What came of a picture that was sent; empty when none was. */
    public String getNotice() {
        var code = visit.parameter("bao");
        var key = "look.sent." + code;
        var trouble = "media.trouble." + code;
        return code.isEmpty()
                ? ""
                : visit.hasText(key) ? visit.text(key) : visit.hasText(trouble) ? visit.text(trouble) : "";
    }

    public boolean isNoticeGood() {
        return visit.parameter("bao").equals("bieu-trung");
    }

    public boolean isAllowed() {
        return allowed;
    }

    public @Nullable State getState() {
        return state;
    }

    /** Those that the pages can be read in. */
    public List<InterfaceLanguage> getLanguages() {
        return InterfaceLanguage.all();
    }

    /** What a field in several languages holds: what was written and not taken, else what there is. */
    public String field(String name, String language) {
        if (isRefused()) {
            return sent.text(name + "-" + language);
        }
        var texts = switch (name) {
            case "ten" -> shown().name();
            case "mo-ta" -> shown().about();
            case "co-quan" -> shown().agency();
            case "dia-chi" -> shown().address();
            default -> shown().emblemWords();
        };
        return texts.exactly(language).orElse("");
    }

    /** The same of a field in no language. */
    public String line(String name) {
        if (isRefused()) {
            return sent.text(name);
        }
        return switch (name) {
            case "dien-thoai" -> shown().phone();
            case "thu" -> shown().mail();
            default -> Optional.ofNullable(shown().accent()).map(Colour::css).orElse("");
        };
    }

    private boolean isRefused() {
        return sent.isRefused("xem") || sent.isRefused("goi-y");
    }

    private LookContent shown() {
        return state == null ? LookContent.USUAL : state.shown();
    }

    /** An accent that can be read, in place of one that cannot; empty when there is no need of it. */
    public String getInstead() {
        return instead == null ? "" : instead.css();
    }

    /** What is read in the accent, and how well. */
    public List<Measured> getMeasured() {
        return shown().palette().orElseGet(() -> Palette.of(USUAL)).measured();
    }

    /** Such as {@code 7,2}, cut rather than rounded: what is said to be enough is. */
    public String ratio(Measured measured) {
        return String.format(
                visit.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag(Texts.FALLBACK),
                "%.1f",
                Math.floor(measured.ratio() * 10) / 10);
    }

    /** @param ground sang or toi @param emblem for it; null when there is none */
    public record Ground(String ground, @Nullable EmblemLine emblem) {}

    /** The emblems, by the ground they are for. */
    public List<Ground> getGrounds() {
        return List.of(new Ground(Addresses.LIGHT, shown().emblem()), new Ground(Addresses.DARK, shown().darkEmblem()));
    }

    public String picture(EmblemLine emblem) {
        return Addresses.LOOK_FILES + "/" + emblem.id() + ".png";
    }

    /** The front page as it would be. */
    public String tried(boolean dark) {
        return visit.href(Addresses.LOOK + "/" + (dark ? Addresses.DARK : Addresses.LIGHT));
    }

    public String getAction() {
        return visit.href(Addresses.LOOK);
    }

    public String getSending() {
        return visit.href(Addresses.LOOK_FILES + "/bieu-trung");
    }

    public String getToken() {
        return sent.token(purpose(user));
    }

    static String purpose(CurrentUser user) {
        return FormTokens.ofDesk(user.require().name());
    }
}
