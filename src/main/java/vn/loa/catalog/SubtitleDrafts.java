package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Accounts;
import vn.loa.accounts.Actor;
import vn.loa.subtitles.Cue;
import vn.loa.subtitles.CueScript;
import vn.loa.subtitles.TimedText;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;

/**
 * Subtitles and transcripts while they are written. What is saved here nobody sees but those who write, until it is handed in ({@link HandInSubtitles}).
 *
 * <p>They go by a name within their product: the id of their track, or the code of a language for new ones.
 */
@ApplicationScoped
@Transactional
public class SubtitleDrafts {
    @Inject
    private Products products;

    @Inject
    private SubtitleSheets sheets;

    @Inject
    private Languages languages;

    @Inject
    private Accounts accounts;

    /** Where subtitles are written. @param track what the public has, or would have; null for new ones */
    record Desk(Product product, String language, @Nullable Track track, Optional<SubtitleSheet> sheet) {
        int revision() {
            return sheet.map(SubtitleSheet::revision).orElse(0);
        }
    }

    /** Empty when there are, for them, no such subtitles. */
    public Optional<SubtitleDraft> find(String slug, String name, Actor by) {
        return visible(slug, by).flatMap(product -> desk(product, name)).map(this::draft);
    }

    /**
     * Saves what somebody has written.
     *
     * @param isSeen whether a revision is the one that it was made from
     * @param cues in order of time
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     */
    public SubtitleChange save(
            String slug, String name, IntPredicate isSeen, List<TimedText> cues, SheetDeed deed, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = locked(slug, name, by);
        if (found.isEmpty()) {
            return new SubtitleChange.Unknown();
        }
        var desk = found.get();
        if (!isSeen.test(desk.revision())) {
            return new SubtitleChange.Stale(desk.revision());
        }
        var sheet = desk.sheet().orElseGet(() -> begin(desk, by));
        sheets.latest(sheet)
                .filter(now -> now.says(cues))
                .ifPresentOrElse(same -> same.want(deed, by.name()), () -> sheets.save(sheet, deed, cues, by.name()));
        return new SubtitleChange.Done(
                draft(new Desk(desk.product(), desk.language(), desk.track(), Optional.of(sheet))));
    }

    private SubtitleSheet begin(Desk desk, Actor by) {
        return desk.track() == null ? sheets.begin(desk.product(), desk.language(), null) : begin(desk.track(), by);
    }

    private SubtitleSheet begin(Track track, Actor by) {
        var sheet = sheets.begin(track.product(), track.language(), track);
        sheets.save(sheet, SheetDeed.TAKEN, cues(track), by.name());
        return sheet;
    }

    /**
     * Before a track takes over the words of a change: from then on those are written on. When they were not written here, a file was sent in their place; then
     * whoever writes at the former ones learns it when they save, and what they wrote is among what was saved.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void follow(Track track, Track change, Actor by) {
        var sheet = sheets.of(track).orElseGet(() -> begin(track, by));
        if (!sheet.isSent(change)) {
            sheets.save(sheet, SheetDeed.TAKEN, cues(change), by.name());
            sheet.handedIn(track, track);
        }
        sheet.approved();
    }

    /** For writing: nobody else writes before the running transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Desk> locked(String slug, String name, Actor by) {
        var product = products.locked(slug);
        product.ifPresent(found -> ProductPolicy.requireEditor(by, found));
        return product.flatMap(found -> desk(found, name));
    }

    private Optional<Product> visible(String slug, Actor by) {
        return products.find(slug).filter(product -> ProductPolicy.maySee(by, product));
    }

    /** A change that waits for its reviewer is written where that is which it changes. */
    private Optional<Desk> desk(Product product, String name) {
        if (name.matches("[0-9]{1,18}")) {
            return products.track(product.slug(), Long.parseLong(name))
                    .filter(SubtitleDrafts::isWritten)
                    .map(Track::origin)
                    .map(track -> new Desk(product, track.language(), track, sheets.of(track)));
        }
        return languages.find(name).filter(Language::isContent).map(language -> begun(product, name));
    }

    /** Who still has the name by which they were begun finds them when they have been handed in, too. */
    private Desk begun(Product product, String language) {
        var begun = sheets.begun(product, language);
        return (begun.isPresent() ? begun : sheets.handedIn(product, language))
                .map(sheet -> new Desk(product, language, sheet.track().orElse(null), Optional.of(sheet)))
                .orElseGet(() -> new Desk(product, language, null, Optional.empty()));
    }

    /** Whether it consists of cues. */
    static boolean isWritten(Track track) {
        return track.kind().isWritten() && track.cues().isPresent();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    SubtitleDraft draft(Desk desk) {
        var edition = desk.sheet().flatMap(sheets::latest);
        var cues = edition.map(SubtitleEdition::cues).orElseGet(() -> cues(desk));
        var track = desk.track();
        return new SubtitleDraft(
                desk.product().slug(),
                desk.language(),
                track == null ? null : track.id(),
                desk.revision(),
                desk.sheet().map(SubtitleSheet::handed).orElse(0),
                desk.sheet().filter(SubtitleSheet::isReturned).isPresent(),
                cues,
                CueScript.proofread(cues, Films.length(desk.product().tracks()).orElse(null)),
                edition.map(SubtitleEdition::savedAt).orElse(null),
                edition.map(SubtitleEdition::savedBy)
                        .map(who -> accounts.displayNames(Set.of(who)).get(who))
                        .orElse(null));
    }

    private static List<TimedText> cues(Desk desk) {
        return Optional.ofNullable(desk.track()).map(SubtitleDrafts::cues).orElse(List.of());
    }

    private static List<TimedText> cues(Track track) {
        return track.cues().stream()
                .flatMap(words -> words.cues().stream())
                .map(Cue::timed)
                .toList();
    }

    /**
     * Something that was saved.
     *
     * @param deed how it came to be, as a code: taken, edit, save, import, restore, replace
     * @param handed whether it is what was handed in last
     */
    public record Saved(
            int revision, String deed, Instant at, @Nullable String who, boolean handed) {}

    /** What was saved, the newest first; empty when there are, for them, no such subtitles. */
    public Optional<List<Saved>> saved(String slug, String name, Actor by) {
        return visible(slug, by)
                .flatMap(product -> desk(product, name))
                .map(desk -> desk.sheet().map(this::saved).orElse(List.of()));
    }

    private List<Saved> saved(SubtitleSheet sheet) {
        var all = sheets.saved(sheet);
        var names = accounts.displayNames(
                all.stream().map(SubtitleSheets.Saved::who).collect(Collectors.toSet()));
        return all.stream()
                .map(one -> new Saved(
                        one.revision(),
                        SubtitleEdition.isOfFileInPlace(one.deed(), one.revision())
                                ? "replace"
                                : one.deed().code(),
                        one.at(),
                        names.get(one.who()),
                        one.revision() == sheet.handed()))
                .toList();
    }

    /** What was said when this was saved; empty when nobody remembers. */
    public Optional<List<TimedText>> cues(String slug, String name, int revision, Actor by) {
        return visible(slug, by)
                .flatMap(product -> desk(product, name))
                .flatMap(Desk::sheet)
                .flatMap(sheet -> sheets.edition(sheet, revision))
                .map(SubtitleEdition::cues);
    }
}
