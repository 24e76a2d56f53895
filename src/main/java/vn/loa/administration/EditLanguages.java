package vn.loa.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.EditOutcome.Fault;
import vn.loa.administration.EditOutcome.Wrong;
import vn.loa.common.Texts;
import vn.loa.editorial.ContentRevision;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;

/** Administrators of the whole portal keep the languages of works and pages. Others are answered with {@link NotPermitted}. */
@ApplicationScoped
@Transactional
public class EditLanguages {
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern MEDIA_CODE = Pattern.compile("[a-z]{3}");
    private static final int LARGEST_ORDER = 10_000;

    @Inject
    private Languages languages;

    @Inject
    private References references;

    @Inject
    private ContentRevision contentRevision;

    @Inject
    private AuditTrail audit;

    /** As {@link Language} has it. @param tracks how many works are in it */
    public record Line(
            String code,
            long version,
            Texts label,
            String endonym,
            String tag,
            String mediaCode,
            String orthography,
            boolean content,
            boolean usedByPages,
            int position,
            long tracks) {
        static Line of(Language language, long tracks) {
            return new Line(
                    language.code(),
                    language.version(),
                    language.label(),
                    language.endonym(),
                    language.bcp47(),
                    language.mediaCode().strip(),
                    Objects.requireNonNullElse(language.orthography(), ""),
                    language.isContent(),
                    language.isInterface(),
                    language.position(),
                    tracks);
        }
    }

    /** Two statements. */
    public List<Line> all(Actor by) {
        Administrators.require(by, "keep the languages");
        var tracks = references.ofLanguages();
        return languages.all().stream()
                .map(language -> Line.of(language, tracks.getOrDefault(language.code(), 0L)))
                .toList();
    }

    /** Codes of those that the pages may be read in. One statement. */
    public Set<String> offered() {
        return languages.all().stream()
                .filter(Language::isInterface)
                .map(Language::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Lets pages that are in memory be made anew, on every node. */
    public void outdatePages() {
        contentRevision.advance();
    }

    /** @param fields ma, vi, en, ten (endonym), tag, tep (code in files), chu (orthography), noi-dung, giao-dien, thu-tu */
    public EditOutcome add(Map<String, String> fields, Actor by) {
        Administrators.require(by, "keep the languages");
        references.oneByOne();
        try {
            var written = new WrittenFields(fields);
            var code = written.text("ma");
            if (!CODE.matcher(code).matches()) {
                written.wrong("ma", Fault.BAD_CODE);
            } else if (languages.find(code).isPresent()) {
                written.wrong("ma", Fault.TAKEN);
            }
            var names = written.names(Texts.none());
            var endonym = endonym(written);
            var tag = tag(code, written);
            var media = media(written);
            var orthography = orthography(written);
            var position = position(written);
            written.check();
            var added = new Language(
                    code,
                    tag,
                    media,
                    endonym,
                    names,
                    orthography,
                    written.isChosen("noi-dung"),
                    written.isChosen("giao-dien"),
                    position);
            languages.add(added);
            return done("add-language", added, by);
        } catch (WrittenFields.Unreadable wrong) {
            return wrong.outcome();
        }
    }

    /** @param fields as {@link #add} has them, but for the code, which stays; so does it whether pages are in it when giao-dien is missing */
    public EditOutcome change(String code, long version, Map<String, String> fields, Actor by) {
        Administrators.require(by, "keep the languages");
        references.oneByOne();
        var found = languages.find(code).filter(language -> language.version() == version);
        if (found.isEmpty()) {
            return new EditOutcome.Stale();
        }
        var language = found.get();
        try {
            var written = new WrittenFields(fields);
            var content = written.isChosen("noi-dung");
            // The box is not offered while there are no texts of pages in the language.
            var usedByPages = written.has("giao-dien") ? written.isChosen("giao-dien") : language.isInterface();
            if (code.equals(Texts.FALLBACK) && !(content && usedByPages)) {
                return new Wrong(Fault.FIRST_LANGUAGE);
            }
            if (!content && language.isContent() && references.ofLanguages().containsKey(code)) {
                return new Wrong(Fault.IN_USE);
            }
            var tag = tag(code, written);
            var media = media(written);
            var endonym = endonym(written);
            var names = written.names(language.label());
            var position = position(written);
            var orthography = orthography(written);
            written.check();
            language.describe(tag, media, endonym, names, orthography);
            language.serve(content, usedByPages, position);
        } catch (WrittenFields.Unreadable wrong) {
            return wrong.outcome();
        }
        return done("change-language", language, by);
    }

    private String tag(String code, WrittenFields written) {
        var tag = written.text("tag");
        if (!isTag(tag)) {
            written.wrong("tag", Fault.BAD_TAG);
        } else if (languages.all().stream()
                .anyMatch(other ->
                        other.bcp47().equalsIgnoreCase(tag) && !other.code().equals(code))) {
            written.wrong("tag", Fault.TAKEN);
        }
        return tag;
    }

    private static boolean isTag(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
            return !tag.isEmpty();
        } catch (IllformedLocaleException none) {
            return false;
        }
    }

    private static String media(WrittenFields written) {
        if (!MEDIA_CODE.matcher(written.text("tep")).matches()) {
            written.wrong("tep", Fault.BAD_TAG);
        }
        return written.text("tep");
    }

    private static String endonym(WrittenFields written) {
        if (written.text("ten").isEmpty()) {
            written.wrong("ten", Fault.NO_NAME);
        }
        return written.text("ten");
    }

    private static @Nullable String orthography(WrittenFields written) {
        var orthography = written.text("chu");
        return orthography.isEmpty() ? null : orthography;
    }

    private static int position(WrittenFields written) {
        var position = written.count("thu-tu");
        if (position == null || position > LARGEST_ORDER) {
            written.wrong("thu-tu", Fault.BAD_NUMBER);
            return 0;
        }
        return position.intValue();
    }

    private EditOutcome done(String action, Language language, Actor by) {
        audit.record(
                by,
                action,
                "language",
                0,
                language.code(),
                language.label().in(Texts.FALLBACK) + ", " + language.bcp47()
                        + (language.isContent() ? ", content" : "") + (language.isInterface() ? ", interface" : ""));
        contentRevision.advance();
        return new EditOutcome.Done(language.code());
    }
}
