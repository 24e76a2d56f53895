package vn.loa.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.editorial.Act;
import vn.loa.subtitles.Paragraph;

/**
 * Everything that the back office shows of one product to somebody who works on it.
 *
 * @param genre what its genre is called
 * @param editor whether they may rewrite it, once it is a draft
 * @param keeper whether they note what the people shown say
 * @param creator whether they may begin another one like it
 * @param presser whether they say how much it presses
 * @param assigner whether they say who sees it through
 * @param assignee who does; null when nobody
 * @param acts what they may do to it, and can as it stands
 * @param wants what it lacks
 * @param deeds what was done to it last, the latest first
 * @param published whether the public has seen a revision, this or an older one
 * @param unwritten languages in which new subtitles can be written
 * @param languages what it has in which language
 * @param written what can be read of it, in each language
 * @param decided id of the track of which whoever looks can take back what they have said; null when there is none
 */
public record WorkPage(
        WorkingProduct product,
        Texts genre,
        boolean editor,
        boolean keeper,
        boolean creator,
        boolean presser,
        boolean assigner,
        AssignProduct.@Nullable Person assignee,
        Set<Act> acts,
        List<Want> wants,
        List<WorkTrack> tracks,
        List<Deed> deeds,
        boolean published,
        List<Unwritten> unwritten,
        LanguageMatrix languages,
        List<Written> written,
        @Nullable Long decided) {

    public WorkPage {
        acts = Set.copyOf(acts);
        wants = List.copyOf(wants);
        tracks = List.copyOf(tracks);
        deeds = List.copyOf(deeds);
        unwritten = List.copyOf(unwritten);
        written = List.copyOf(written);
    }

    /** The track of which whoever looks can take back what they have said; null when there is none. */
    public @Nullable WorkTrack judgedLast() {
        return tracks.stream()
                .filter(track -> decided != null && track.status().id() == decided)
                .findFirst()
                .orElse(null);
    }

    /** Its tracks that wait for whoever looks to judge them. */
    public List<WorkTrack> waiting() {
        return tracks.stream()
                .filter(track -> track.reviewer() && track.status().state().equals("ready"))
                .toList();
    }

    /** What nothing is published without, and it lacks. */
    public List<Want> needed() {
        return wants.stream().filter(want -> want.kind().isNeeded()).toList();
    }

    /** What is worth adding. */
    public List<Want> advised() {
        return wants.stream().filter(want -> !want.kind().isNeeded()).toList();
    }

    /** Why it was sent back, when that is the last that was said of it; null otherwise. */
    public @Nullable Deed returned() {
        return deeds.stream()
                .filter(deed -> STEPS.contains(deed.action()))
                .findFirst()
                .filter(deed ->
                        deed.action().equals("return") && product.state().equals("draft"))
                .orElse(null);
    }

    private static final Set<String> STEPS =
            Set.of("return", "submit", "approve", "publish", "revise", "archive", "withdraw", "take-back");

    /**
     * Something that was done to it.
     *
     * @param who the name by which people know them; null when it was a part of the portal
     * @param note what they said to others; null when nothing
     * @param track to which it was done; null when it was not to one of them
     */
    public record Deed(
            String action,
            @Nullable String who,
            Instant at,
            @Nullable String note,
            @Nullable TrackNote track) {}

    /**
     * A language in which it has no subtitles.
     *
     * @param begun whether somebody writes them
     */
    public record Unwritten(String code, Texts language, boolean begun) {}

    /**
     * What can be read of it in a language.
     *
     * @param tag of the language for HTML
     * @param body sanitised HTML; empty when there is none
     */
    public record Written(Texts language, String tag, String title, String summary, String body) {
        public boolean isMore() {
            return !summary.isEmpty() || !body.isEmpty();
        }
    }

    /** Words in a language. @param tag of that for HTML */
    public record Said(Texts language, String tag, String text) {}

    /**
     * What is said at one moment.
     *
     * @param sources what it is a translation of; empty when it is none
     * @param own null where that is not translated
     */
    public record Spoken(long millis, List<Paragraph.Line> sources, Paragraph.@Nullable Line own) {
        public Spoken {
            sources = List.copyOf(sources);
        }
    }

    /** Subtitles. @param tag of their language for HTML @param shown whether they are shown unasked */
    public record Caption(String url, Texts language, String tag, boolean shown) {}

    /**
     * One of its tracks.
     *
     * @param language what its language is called
     * @param tag of it for HTML
     * @param reviewer whether they judge it
     * @param said who judged it last, by the name that people know; null when nobody has
     * @param listen what is played of it, or what it goes with; null when nothing can be, or nobody needs to here
     * @param film whether that is seen, too
     * @param poster address of a picture of it; null when there is none
     * @param captions subtitles that are shown with that: its own, or of a film all that it has
     * @param goesWith id of the track with which it can be read along; null where it is played here, and where there is none
     * @param lines of its subtitles, for who judges them, as far as they are shown here
     * @param sourceTag of the language that they were translated from, for HTML; null when they were not
     * @param cut whether it has more of them
     * @param written whether it consists of cues that can be edited
     * @param change whether it is a change of approved subtitles
     * @param file what its file was called when it came; null when it has none
     * @param sentAt when that was; null when it has none
     * @param pictured what its picture shows, in every language in which that was said
     */
    public record WorkTrack(
            TrackStatus status,
            Texts language,
            String tag,
            boolean reviewer,
            @Nullable String said,
            @Nullable String listen,
            boolean film,
            @Nullable String poster,
            List<Caption> captions,
            @Nullable Long goesWith,
            List<Spoken> lines,
            @Nullable String sourceTag,
            boolean cut,
            boolean written,
            boolean change,
            @Nullable String file,
            @Nullable Instant sentAt,
            List<Said> pictured) {
        public WorkTrack {
            pictured = List.copyOf(pictured);
            captions = List.copyOf(captions);
            lines = List.copyOf(lines);
        }

        /** Whether its reviewer can say something of it now. */
        public boolean isJudged() {
            return reviewer && (status.state().equals("ready") || status.state().equals("approved"));
        }
    }
}
