package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import vn.loa.media.BlobTooLarge;
import vn.loa.media.MediaRefused;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.ReaderBusy;
import vn.loa.media.sandbox.ProgramFailed;
import vn.loa.media.sandbox.SideThread;
import vn.loa.media.transcode.FfmpegMissing;
import vn.loa.media.uploads.UploadRefused;

/** Makes one attempt at a job. */
@ApplicationScoped
class RunJob {
    private static final Logger LOG = System.getLogger(RunJob.class.getName());

    @Inject
    private Attempts attempts;

    @Inject
    private TakeIn takeIn;

    @Inject
    private Encode encode;

    @Inject
    private Outages outages;

    /**
     * @param job its id
     * @return the pause before the next attempt; empty when the job is at its end
     */
    Optional<Duration> run(long job) {
        var begun = attempts.begin(job);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        var attempt = begun.get();
        try {
            var trouble = perform(attempt);
            return trouble.isPresent() ? failed(attempt, trouble.get()) : attempts.rest(attempt);
        } catch (LateWorker late) {
            LOG.log(Level.WARNING, "{0}; its result is dropped", late.getMessage());
            return attempts.rest(attempt);
        }
    }

    private Optional<Trouble> perform(Attempt attempt) {
        try {
            return attempt.step() == Step.TAKE_IN ? takeIn.perform(attempt) : encode.perform(attempt);
        } catch (LateWorker late) {
            throw late;
        } catch (MediaRefused refused) {
            return Optional.of(Trouble.of(refused));
        } catch (DocumentRefused refused) {
            return Optional.of(Trouble.of(refused));
        } catch (ProgramFailed failed) {
            return Optional.of(Trouble.of(failed));
        } catch (OutOfMemoryError exhausted) {
            return Optional.of(Trouble.of(SideThread.noneLeft(exhausted)));
        } catch (ReaderBusy busy) {
            return Optional.of(new Trouble(Trouble.Kind.OCCUPIED, "occupied", String.valueOf(busy.getMessage())));
        } catch (BlobTooLarge large) {
            return Optional.of(new Trouble(Trouble.Kind.DATA, "too-large", String.valueOf(large.getMessage())));
        } catch (UploadRefused gone) {
            // Nobody gives up what a job needs: the disk they lie on may be away.
            return Optional.of(new Trouble(Trouble.Kind.AWAY, "bytes-gone", String.valueOf(gone.getMessage())));
        } catch (FfmpegMissing missing) {
            return Optional.of(new Trouble(Trouble.Kind.ELSEWHERE, "no-encoder", String.valueOf(missing.getMessage())));
        } catch (IOException | RuntimeException unexpected) {
            var trouble = Trouble.of(unexpected);
            if (trouble.kind() == Trouble.Kind.PROCESSING) {
                LOG.log(Level.WARNING, "Job " + attempt.job() + " failed", unexpected);
            }
            return Optional.of(trouble);
        }
    }

    private Optional<Duration> failed(Attempt attempt, Trouble trouble) {
        var pause = attempts.failed(attempt, trouble);
        LOG.log(
                level(trouble),
                "Attempt {0} at {1} of asset {2} came to nothing ({3}: {4}); {5}",
                attempt.number(),
                attempt.step().code(),
                attempt.asset(),
                trouble.reason(),
                trouble.detail(),
                pause.map(rest -> "the next follows after " + rest.toSeconds() + " s")
                        .orElse("no other follows"));
        return pause;
    }

    private Level level(Trouble trouble) {
        return switch (trouble.kind()) {
            case PROCESSING -> Level.WARNING;
            case AWAY -> outages.isNew(trouble.reason()) ? Level.WARNING : Level.DEBUG;
            case ELSEWHERE -> outages.isNew(trouble.reason()) ? Level.INFO : Level.DEBUG;
            // It comes again and again, and is nothing to look into.
            case OCCUPIED -> Level.DEBUG;
            default -> Level.INFO;
        };
    }
}
