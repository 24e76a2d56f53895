package vn.loa.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.common.Messages;
import vn.loa.common.Page;
import vn.loa.common.Texts;
import vn.loa.editorial.ContentRevision;

/**
 * Translators write the texts of the pages in languages that come without: who reviews a language in it, administrators in all, neither confined to a place. Others are
 * answered with {@link NotPermitted}.
 */
@ApplicationScoped
@Transactional
public class TranslateTexts {
    private static final Set<String> COMPLETE = Set.of(Texts.FALLBACK, "en");

    /** From this share on the public pages are said to be in a language, in hundredths. */
    private static final int ENOUGH = 80;

    @Inject
    private InterfaceTexts texts;

    @Inject
    private TranslateTerms terms;

    @Inject
    private ContentRevision contentRevision;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * A text of the pages.
     *
     * @param written what stands for it in the language; empty while nothing does
     * @param places those of the Vietnamese, which must stay
     */
    public record Line(String key, String vietnamese, String english, String written, List<String> places) {
        public Line {
            places = List.copyOf(places);
        }
    }

    /** What is looked for. @param area public, office or all @param missing only what is not translated */
    public record Sought(String words, String area, boolean missing) {}

    /** What somebody wrote for a key. @param before what they had read there */
    public record Written(String key, String text, String before) {}

    /** What came of saving. @param faults as the code of what is wrong, by key */
    public record Saved(int count, Map<String, String> faults) {
        public Saved {
            faults = Map.copyOf(faults);
        }

        /** Keys of texts that somebody else has written meanwhile. */
        public Set<String> overtaken() {
            return faults.entrySet().stream()
                    .filter(fault -> fault.getValue().equals(Translation.Fault.STALE.code()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Whether who translates has written nothing else than what they had read. */
    public static boolean isSame(String written, String before) {
        return Translation.tidy(written).equals(Translation.tidy(before));
    }

    /** Those languages of these that somebody may translate into. */
    public List<String> languages(List<String> known, Actor by) {
        return known.stream()
                .filter(code -> !COMPLETE.contains(code) && isTheirs(code, by))
                .toList();
    }

    /** Those of public pages first, then by key; what content is described with, which citizens read too, comes last. Four statements. */
    public Page<Line> page(String language, Sought sought, int page, int size, Actor by) {
        require(language, by);
        var own = texts.all().getOrDefault(language, Map.of());
        var words = Texts.fold(sought.words());
        var named = sought.area().equals("office") ? List.<Line>of() : terms.all(language);
        return Page.of(
                Stream.concat(
                                Messages.keys().stream()
                                        .filter(Translation::isTranslated)
                                        .filter(key -> sought.area().equals("all")
                                                || Translation.isPublic(key)
                                                        != sought.area().equals("office"))
                                        .filter(key -> !sought.missing() || !own.containsKey(key))
                                        // What citizens read comes first.
                                        .sorted(Comparator.comparing(key -> !Translation.isPublic(key)))
                                        .map(key -> line(key, own)),
                                named.stream()
                                        .filter(line -> !sought.missing()
                                                || line.written().isEmpty()))
                        .filter(line -> words.isEmpty()
                                || line.key().contains(words)
                                || Texts.fold(line.vietnamese()).contains(words)
                                || Texts.fold(line.english()).contains(words)
                                || Texts.fold(line.written()).contains(words))
                        .toList(),
                page,
                size);
    }

    private static Line line(String key, Map<String, String> own) {
        var vietnamese = Messages.in(Texts.FALLBACK).text(key);
        return new Line(
                key,
                Translation.shown(vietnamese, vietnamese),
                Translation.shown(vietnamese, Messages.in("en").text(key)),
                Translation.shown(vietnamese, own.getOrDefault(key, "")),
                Translation.places(vietnamese));
    }

    /**
     * How many texts there are, and how many of them are translated: of public pages, or of the back office.
     *
     * @param enough whether the pages are said to be in the language
     */
    public record Progress(int done, int all, boolean enough) {}

    /** Of public pages, which come first, with what content is described with: as many as {@link #page} has of them. */
    public Progress progress(String language, Actor by) {
        require(language, by);
        var pages = progress(texts.all().getOrDefault(language, Map.of()), true);
        var named = terms.all(language);
        var done = named.stream().filter(line -> !line.written().isEmpty()).count();
        return new Progress(pages.done() + (int) done, pages.all() + named.size(), pages.enough());
    }

    /** Of the back office, which may wait: no citizen reads it. */
    public Progress officeProgress(String language, Actor by) {
        require(language, by);
        return progress(texts.all().getOrDefault(language, Map.of()), false);
    }

    private static Progress progress(Map<String, String> own, boolean isPublic) {
        var keys = Messages.keys().stream()
                .filter(key -> Translation.isTranslated(key) && Translation.isPublic(key) == isPublic)
                .toList();
        var done = (int) keys.stream().filter(own::containsKey).count();
        return new Progress(done, keys.size(), done * 100 >= keys.size() * ENOUGH);
    }

    /** Saves what has changed and is good; what is wrong or was changed by somebody else meanwhile is told. */
    public Saved save(String language, List<Written> written, Actor by) {
        require(language, by);
        var own = texts.all().getOrDefault(language, Map.of());
        var known = Messages.keys();
        var faults = new HashMap<String, String>();
        var saved = new ArrayList<String>();
        for (var one : written) {
            var text = Translation.tidy(one.text());
            if (isSame(one.text(), one.before())) {
                continue;
            }
            if (TranslateTerms.isTerm(one.key())) {
                terms.write(language, one, by)
                        .ifPresentOrElse(fault -> faults.put(one.key(), fault.code()), () -> saved.add(one.key()));
                continue;
            }
            if (!known.contains(one.key()) || !Translation.isTranslated(one.key())) {
                faults.put(one.key(), Translation.Fault.UNKNOWN.code());
                continue;
            }
            var vietnamese = Messages.in(Texts.FALLBACK).text(one.key());
            var stored = own.getOrDefault(one.key(), "");
            var there = Translation.shown(vietnamese, stored);
            var fault = !there.equals(Translation.tidy(one.before()))
                    ? Optional.of(Translation.Fault.STALE)
                    : text.isEmpty() ? Optional.<Translation.Fault>empty() : Translation.faultOf(vietnamese, text);
            if (fault.isPresent()) {
                faults.put(one.key(), fault.get().code());
            } else if (!texts.write(
                    language, one.key(), stored, Translation.stored(vietnamese, text), by.name(), clock.instant())) {
                faults.put(one.key(), Translation.Fault.STALE.code());
            } else {
                audit.record(by, "translate", "text", 0, language + " " + one.key(), there + " → " + text);
                saved.add(one.key());
            }
        }
        if (!saved.isEmpty()) {
            contentRevision.advance();
        }
        return new Saved(saved.size(), faults);
    }

    /** All that is said from now on, by language and key. One statement. */
    public Map<String, Map<String, String>> said() {
        return texts.all();
    }

    /** The languages of these texts in which enough is written. */
    public static Set<String> spoken(Map<String, Map<String, String>> said) {
        return said.entrySet().stream()
                .filter(language -> progress(language.getValue(), true).enough())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void require(String language, Actor by) {
        if (COMPLETE.contains(language) || !isTheirs(language, by)) {
            throw new NotPermitted(by, "translate the pages into " + language);
        }
    }

    private static boolean isTheirs(String language, Actor by) {
        return !by.isConfined() && (by.reviews(language) || by.is(Role.ADMINISTRATOR));
    }
}
