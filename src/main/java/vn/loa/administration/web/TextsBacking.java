package vn.loa.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.administration.TranslateTexts;
import vn.loa.administration.TranslateTexts.Line;
import vn.loa.administration.TranslateTexts.Progress;
import vn.loa.administration.TranslateTexts.Sought;
import vn.loa.administration.TranslateTexts.Written;
import vn.loa.common.Page;
import vn.loa.common.PlainText;
import vn.loa.common.web.BothWrote.Theirs;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.InterfaceLanguage;
import vn.loa.common.web.Paging;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.Taxonomies;

/** Texts of the pages in languages that come without, key by key: {@code /quan-tri/loi-van}. */
@Named
@RequestScoped
public class TextsBacking {
    private static final int SIZE = 30;

    /** Begins the ids of fields. */
    private static final String FIELD = "loi-";

    @Inject
    private TranslateTexts texts;

    @Inject
    private FollowDecisions followed;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private List<Taxonomies.LanguageItem> languages = List.of();
    private Page<Line> lines = Page.empty(1, SIZE);
    private Paging paging = Paging.none();
    private Set<String> overtaken = Set.of();
    private boolean isGenuine = true;
    private @Nullable Progress progress;
    private @Nullable Progress officeProgress;

    /** Does what the form asks for, and reads the list. */
    public void begin() {
        var by = user.require();
        var known = taxonomies.languages().stream()
                .filter(language -> InterfaceLanguage.isKnown(language.code()))
                .toList();
        var theirs = texts.languages(
                known.stream().map(Taxonomies.LanguageItem::code).toList(), by);
        languages = known.stream()
                .filter(language -> theirs.contains(language.code()))
                .toList();
        if (languages.isEmpty()) {
            return;
        }
        if (sent.isSent()) {
            take();
        }
        progress = texts.progress(getLanguage(), by);
        officeProgress = texts.officeProgress(getLanguage(), by);
        lines = texts.page(
                getLanguage(),
                new Sought(getWords(), getArea(), isMissing()),
                Paging.number(visit.parameter(Paging.PARAMETER)),
                SIZE,
                by);
        paging = Paging.of(lines, visit.getAddress());
    }

    private void take() {
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("work.again"));
            isGenuine = false;
            return;
        }
        var keys = sent.all("ma");
        var written = sent.all("loi");
        var before = sent.all("cu");
        var all = new ArrayList<Written>();
        for (var i = 0; i < Math.min(keys.size(), Math.min(written.size(), before.size())); i++) {
            all.add(new Written(keys.get(i), written.get(i), before.get(i)));
        }
        var saved = texts.save(getLanguage(), all, user.require());
        followed.now();
        if (!saved.faults().isEmpty()) {
            var said = new LinkedHashMap<String, String>();
            // In the order of the page.
            keys.stream()
                    .filter(saved.faults()::containsKey)
                    .forEach(key -> said.put(
                            FIELD + key,
                            visit.say(
                                    "texts.fault."
                                            + Objects.requireNonNull(
                                                    saved.faults().get(key)),
                                    key)));
            overtaken = saved.overtaken();
            sent.refuse(visit.say("texts.refused", saved.count()), said);
        } else if (saved.count() == 0) {
            sent.done(visit.text("texts.same"));
        } else {
            sent.done(visit.say("texts.saved", saved.count()));
        }
    }

    /** Those that they may translate into. */
    public List<Taxonomies.LanguageItem> getLanguages() {
        return languages;
    }

    /** The code of the one that is chosen; of the first that is theirs when none is. */
    public String getLanguage() {
        var wanted = visit.parameter("tieng");
        return languages.stream()
                .map(Taxonomies.LanguageItem::code)
                .filter(wanted::equals)
                .findFirst()
                .orElseGet(() -> languages.get(0).code());
    }

    /** For {@code lang} of what is written in it. */
    public String getTag() {
        return taxonomies
                .language(getLanguage())
                .map(Taxonomies.LanguageItem::bcp47)
                .orElse("");
    }

    public String getWords() {
        return PlainText.line(visit.parameter("q"));
    }

    public String getArea() {
        var area = visit.parameter("muc");
        return List.of("office", "all").contains(area) ? area : "public";
    }

    public boolean isMissing() {
        return visit.parameter("thieu").equals("1");
    }

    /** Of public pages. */
    public @Nullable Progress getProgress() {
        return progress;
    }

    /** Of the back office. */
    public @Nullable Progress getOfficeProgress() {
        return officeProgress;
    }

    public Page<Line> getLines() {
        return lines;
    }

    public Paging getPaging() {
        return paging;
    }

    /** What stands in a field: what was written and not taken, else what there is. Where nothing was written, that is what others have saved meanwhile. */
    public String field(Line line) {
        var at = sent.isDone() ? -1 : sent.all("ma").indexOf(line.key());
        var written = sent.all("loi");
        if (at < 0 || at >= written.size()) {
            return line.written();
        }
        var before = sent.all("cu");
        var isUntouched = at < before.size() && TranslateTexts.isSame(written.get(at), before.get(at));
        return isUntouched ? line.written() : written.get(at);
    }

    /** What a field held when the page was made, to be sent along; by now, once somebody has been shown that. */
    public String before(Line line) {
        var at = isGenuine ? -1 : sent.all("ma").indexOf(line.key());
        var before = sent.all("cu");
        return at >= 0 && at < before.size() ? before.get(at) : line.written();
    }

    /** Under which name browsers keep what is not saved. */
    public String getKeptAs() {
        return "loa-viet " + user.require().name() + " loi-van " + getLanguage();
    }

    /** Names the field of a text. */
    public String name(Line line) {
        return FIELD + line.key();
    }

    /** What somebody else has saved for a text for which something was written here, too. */
    public @Nullable Theirs theirs(Line line) {
        return overtaken.contains(line.key()) && !field(line).equals(line.written())
                ? new Theirs(line.written(), line.written())
                : null;
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
