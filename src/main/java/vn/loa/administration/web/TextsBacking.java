package vn.loa.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.administration.TranslateTexts;
import vn.loa.administration.TranslateTexts.Line;
import vn.loa.administration.TranslateTexts.Progress;
import vn.loa.administration.TranslateTexts.Sought;
import vn.loa.administration.TranslateTexts.Written;
import vn.loa.common.Page;
import vn.loa.common.PlainText;
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
            sent.refuse(visit.say(
                    "texts.refused",
                    saved.count(),
                    saved.faults().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(fault -> visit.say("texts.fault." + fault.getValue(), fault.getKey()))
                            .collect(Collectors.joining("; "))));
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

    /** What stands in a field: what was written and not taken, else what there is. */
    public String field(Line line) {
        var at = sent.isDone() ? -1 : sent.all("ma").indexOf(line.key());
        var written = sent.all("loi");
        return at >= 0 && at < written.size() ? written.get(at) : line.written();
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
