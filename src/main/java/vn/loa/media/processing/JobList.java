package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.common.Page;
import vn.loa.media.AssetState;
import vn.loa.media.AssetTriedAgain;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaAssets;
import vn.loa.media.uploads.Uploads;

/** The jobs of all files as administrators of the whole portal see them. Others are answered with {@link NotPermitted}. */
@ApplicationScoped
@Transactional
public class JobList {
    @Inject
    private ProcessingJobs jobs;

    @Inject
    private ProcessedAssets processed;

    @Inject
    private MediaAssets assets;

    @Inject
    private Uploads uploads;

    @Inject
    private Event<AssetTriedAgain> triedAgain;

    @Inject
    private AuditTrail audit;

    /**
     * One job.
     *
     * @param asset id of the file
     * @param name of the file, as its owner called it
     * @param step and state by their codes
     * @param tries how often it was begun
     * @param failures of our own
     * @param reason why the last try came to nothing, as a code
     * @param detail the same for those who look after the server
     * @param retriable whether an administrator may have it tried again
     */
    public record Line(
            long id,
            long asset,
            String name,
            String step,
            String state,
            int tries,
            int failures,
            int percent,
            @Nullable String reason,
            @Nullable String detail,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            boolean retriable) {
        /** @param isKept whether the bytes that came are here, where they were not taken in */
        static Line of(ProcessingJob job, String name, boolean isKept) {
            return new Line(
                    job.requireId(),
                    job.asset(),
                    name,
                    job.step().code(),
                    job.state().code(),
                    job.attempt(),
                    job.failures(),
                    job.percent(),
                    job.reason().orElse(null),
                    job.detail().orElse(null),
                    job.createdAt(),
                    job.startedAt().orElse(null),
                    job.finishedAt().orElse(null),
                    isRetriable(job, isKept));
        }
    }

    /** What came of asking for another try. */
    public enum Retry {
        BEGUN,
        /** It is not there any more, or not dead any more. */
        STALE
    }

    /** The newest first. At most three statements. @param state code of the one they are in; of all when there is no such state */
    public Page<Line> page(String state, int page, int size, Actor by) {
        require(by);
        var found = jobs.page(state(state), page, size);
        var kept = uploads.needed(found.items().stream()
                .map(ProcessingJobs.Named::job)
                .filter(job -> job.state() == JobState.DEAD && job.step() == Step.TAKE_IN)
                .map(ProcessingJob::asset)
                .toList());
        return found.map(
                one -> Line.of(one.job(), one.file(), kept.contains(one.job().asset())));
    }

    /** How many are in each state, by code. One statement. */
    public Map<String, Long> counts(Actor by) {
        require(by);
        return jobs.counts();
    }

    /** The codes of states, those first that somebody should look at. */
    public static List<String> states() {
        return Stream.of(JobState.DEAD, JobState.RUNNING, JobState.WAITING, JobState.REFUSED, JobState.DONE)
                .map(JobState::code)
                .toList();
    }

    /** Has a dead job, and what else is dead of the same file, tried again from the beginning. */
    public Retry retry(long id, Actor by) {
        require(by);
        var found = jobs.find(id)
                .filter(job ->
                        isRetriable(job, !uploads.needed(List.of(job.asset())).isEmpty()));
        var asset = found.flatMap(job -> assets.find(job.asset()));
        if (found.isEmpty() || asset.isEmpty()) {
            return Retry.STALE;
        }
        var wasRejected =
                asset.map(MediaAsset::state).filter(AssetState.REJECTED::equals).isPresent();
        var job = found.get();
        if (!processed.retry(job.asset())) {
            return Retry.STALE;
        }
        audit.record(
                by,
                "retry-job",
                "job",
                job.requireId(),
                asset.get().originalName(),
                job.step().code());
        if (wasRejected) {
            triedAgain.fire(new AssetTriedAgain(job.asset()));
        }
        return Retry.BEGUN;
    }

    /** What was not taken in can be tried again until its upload expires; then its owner sends it anew. */
    private static boolean isRetriable(ProcessingJob job, boolean isKept) {
        return job.state() == JobState.DEAD && (job.step() != Step.TAKE_IN || isKept);
    }

    private static Optional<JobState> state(String code) {
        return Stream.of(JobState.values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    private static void require(Actor by) {
        if (!by.is(Role.ADMINISTRATOR) || by.isConfined()) {
            throw new NotPermitted(by, "look after the jobs of the portal");
        }
    }
}
