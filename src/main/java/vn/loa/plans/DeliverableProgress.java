package vn.loa.plans;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a promise, from live data. A version that only stands in for a translation is no result: it is counted apart,
 * and neither fulfils a promise nor keeps it in time. Works of the sample content are counted and their number is told.
 *
 * @param deliverable its key
 * @param promised works promised; null when the plan names no number
 * @param begun works that exist at all, public or not, but for those that were put away
 * @param published works that the public has, those of the sample content among them
 * @param samples how many of these are sample content, and thus nobody's real result
 * @param overdue whether the deadline is over and fewer are public than were promised, all together or in one of the languages;
 *     never for a plan of the sample content while the portal has nothing but samples for it, for then it knows nothing of what was done
 * @param languages for each language the plan asks for, in its order
 */
public record DeliverableProgress(
        String deliverable,
        @Nullable Integer promised,
        int begun,
        int published,
        int samples,
        boolean overdue,
        List<LanguageProgress> languages) {

    public DeliverableProgress {
        languages = List.copyOf(languages);
    }

    /**
     * Versions promised in all: twenty skits in three languages are sixty, fifteen works for which the plan names no language are
     * fifteen; null when the plan names no number.
     */
    public @Nullable Integer versionsPromised() {
        return promised == null ? null : promised * Math.max(1, languages.size());
    }

    /** Of these, how many the public has, without stand-ins. */
    public int versionsPublished() {
        return languages.isEmpty()
                ? published
                : languages.stream().mapToInt(LanguageProgress::published).sum();
    }

    /** Whether each work is one version, and each of those public really is in the language that was asked for. */
    public boolean countsVersionsAsWorks() {
        return languages.size() < 2 && versionsPublished() == published && standIns() == 0;
    }

    /** How many versions the public has which only stand in for a translation. */
    public int standIns() {
        return languages.stream().mapToInt(LanguageProgress::standIns).sum();
    }

    /**
     * The versions in one language.
     *
     * @param language its code
     * @param produced works with a version in this language, reviewed or not
     * @param reviewed those whose version a reviewer of the language has approved
     * @param published those which the public has, without stand-ins
     * @param standIns further works which the public has with sample content in the place of a translation
     */
    public record LanguageProgress(String language, int produced, int reviewed, int published, int standIns) {}
}
