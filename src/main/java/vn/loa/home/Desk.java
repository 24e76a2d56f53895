package vn.loa.home;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.TrackNote;
import vn.loa.common.Texts;
import vn.loa.plans.DeliverableProgress;
import vn.loa.questions.QuestionLine;

/**
 * What waits for somebody who works with the portal. A part that is not their business is absent; one that is empty has nothing for them.
 *
 * @param drafts products that they see through, and products and plans that they have begun or worked on and nobody sees through
 * @param tracks products with tracks in their languages, for them to play and judge
 * @param inReview products and plans that wait for a publisher's judgement
 * @param approved products and plans that wait to be published
 * @param jobs files that are being processed
 * @param files how many files are in which state of their processing, by its code; for those who look after that
 * @param agencies how many agencies are proposed for the list; for those who keep that
 * @param deadlines promises of public plans that are not kept and must be soon, or should have been
 * @param place what is new for their commune
 * @param questions what citizens asked and is not answered in public yet, the late first
 * @param changes what others have done since
 * @param since from when on
 * @param marked whether they have said that they had read what was before
 * @param at when it was put together
 */
public record Desk(
        Optional<Shortlist<Work>> drafts,
        Optional<Shortlist<Waiting>> tracks,
        Optional<Shortlist<Work>> inReview,
        Optional<Shortlist<Work>> approved,
        Optional<Shortlist<Job>> jobs,
        Optional<Map<String, Long>> files,
        Optional<Long> agencies,
        Optional<Shortlist<Due>> deadlines,
        Optional<Shortlist<Work>> place,
        Optional<Shortlist<QuestionLine>> questions,
        Shortlist<Change> changes,
        Instant since,
        boolean marked,
        Instant at) {

    /**
     * A product or a plan.
     *
     * @param path of the page on which it is worked on, or of its public page for those who do not; null when there is none
     * @param at when it came to where it stands
     * @param genre what its genre is called; without any text of a plan
     * @param sentBack by whom it was sent back and why, of drafts; null when it was not
     * @param returned its tracks that were sent back, of drafts
     */
    public record Work(
            Texts title,
            String slug,
            @Nullable String path,
            Instant at,
            Texts genre,
            @Nullable SentBack sentBack,
            List<Returned> returned) {
        public Work {
            returned = List.copyOf(returned);
        }

        Work with(@Nullable SentBack whole, List<Returned> tracks) {
            return new Work(title, slug, path, at, genre, whole, tracks);
        }

        /** Whether it is a plan and no product. */
        boolean isPlan() {
            return genre.isEmpty();
        }
    }

    /**
     * Why a publisher has sent something back.
     *
     * @param who the name by which people know them; null when nobody does any more
     * @param why what they wrote
     */
    public record SentBack(@Nullable String who, String why) {}

    /**
     * A track that a reviewer has sent back.
     *
     * @param kind its code
     * @param language its name
     * @param path of where it is mended
     * @param note what they wrote
     */
    public record Returned(String kind, Texts language, String path, String note) {}

    /**
     * A product of which something waits for somebody who knows its language.
     *
     * @param path of the page on which it is judged
     * @param tracks what waits, the longest first
     */
    public record Waiting(Texts title, String slug, String path, List<ToJudge> tracks) {
        public Waiting {
            tracks = List.copyOf(tracks);
        }

        Waiting and(Waiting more) {
            return new Waiting(
                    title,
                    slug,
                    path,
                    Stream.concat(tracks.stream(), more.tracks.stream()).toList());
        }
    }

    /**
     * A track that waits.
     *
     * @param kind its code
     * @param language its name
     * @param path of where it is judged
     */
    public record ToJudge(String kind, Texts language, String path) {}

    /**
     * A step of the processing of a file.
     *
     * @param kind code of the track's
     * @param step its code
     * @param running whether it has begun
     * @param percent of the step
     */
    public record Job(
            Texts title, String slug, String kind, Texts language, String step, boolean running, int percent) {}

    /**
     * A promise.
     *
     * @param plan its subject
     * @param path of the plan's public page
     * @param before whether it is due before the day of the deadline, not on it
     * @param days until the last one on which it can be kept; less than 0 when that is over
     * @param progress what has come of it
     */
    public record Due(
            Texts title,
            String plan,
            String path,
            LocalDate deadline,
            boolean before,
            long days,
            DeliverableProgress progress) {
        /** Whether it should have been kept by now. */
        public boolean isLate() {
            return days < 0;
        }
    }

    /**
     * Something that somebody else has done.
     *
     * @param who the name by which people know them; null when it was the portal itself
     * @param title what they did it to; without any text when it has none
     * @param name of what they did it to, in addresses
     * @param path of the page on which it is worked on, or of its public page for those who do not; null when there is none
     * @param track to which they did it; null when it was not to one
     */
    public record Change(
            Instant at,
            @Nullable String who,
            String action,
            Texts title,
            String name,
            @Nullable String path,
            @Nullable String note,
            @Nullable TrackNote track) {}
}
