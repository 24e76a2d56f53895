package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.loa.common.Failpoint;
import vn.loa.media.BlobStore;
import vn.loa.media.FileFormat;
import vn.loa.media.KeepBytes;
import vn.loa.media.KeptBlob;
import vn.loa.media.MediaKind;
import vn.loa.media.processing.StepResults.Encoded;
import vn.loa.media.processing.StepResults.Master;
import vn.loa.media.transcode.Dub;
import vn.loa.media.transcode.DubbedFilm;
import vn.loa.media.transcode.EncodedFile;
import vn.loa.media.transcode.Heard;
import vn.loa.media.transcode.Outcome;
import vn.loa.media.transcode.Probe;
import vn.loa.media.transcode.Progress;
import vn.loa.media.transcode.Source;

/** The steps that encode: what is needed first, then all the rest. The first file that can be played makes the asset ready. */
@ApplicationScoped
class Encode {
    @Inject
    private StepResults results;

    @Inject
    private RecentProbes probes;

    @Inject
    private HeardSounds sounds;

    @Inject
    private BlobStore store;

    @Inject
    private WorkRoom room;

    @Inject
    private KeepBytes bytes;

    @Inject
    private ProcessingJobs jobs;

    @Inject
    private JobSettings settings;

    @Inject
    private EncodingTools tools;

    @Inject
    private Clock clock;

    /** @return why it came to nothing; empty when all went well */
    Optional<Trouble> perform(Attempt attempt) throws IOException {
        // What comes again and again as long as there is no room must not fetch and read a film each time.
        store.check();
        var master = results.master(attempt);
        room.require(attempt.step(), master);
        try (var work = WorkFolder.open(settings.workFolders(), attempt)) {
            var source = source(master.sha256(), work);
            return probe(master, source, work)
                    .fold(
                            probe -> encode(attempt, master, source, known(probe, master), work),
                            failure -> Optional.of(Trouble.of(failure)));
        }
    }

    private Outcome<Probe> probe(Master master, Source source, WorkFolder work) throws IOException {
        var known = probes.of(master.sha256()).filter(probe -> probe.format() == source.format());
        if (known.isPresent()) {
            return new Outcome.Done<>(known.get());
        }
        var outcome = tools.prober().probe(source, work.folder("probe"));
        if (outcome instanceof Outcome.Done<Probe> found) {
            probes.put(master.sha256(), found.value());
        }
        return outcome;
    }

    private Probe known(Probe probe, Master master) {
        var wanted = master.kind() == MediaKind.AUDIO ? probe.soundOnly() : probe;
        return sounds.of(master.sha256()).map(wanted::heard).orElse(wanted);
    }

    private Source source(String master, WorkFolder work) throws IOException {
        var file = fetched(master, work.file("master"));
        try (var content = Files.newInputStream(file)) {
            return new Source(
                    file,
                    FileFormat.of(content.readNBytes(FileFormat.HEAD))
                            .orElseThrow(() -> new IllegalStateException("Blob " + master + " is of no known type")));
        }
    }

    /** Copied only where it cannot be linked: the master of a film needs gigabytes. */
    private Path fetched(String sha256, Path file) throws IOException {
        if (store.link(sha256, file)) {
            return file;
        }
        try (var content = store.open(sha256)
                        .orElseThrow(() -> new IllegalStateException("Blob " + sha256 + " is missing"));
                var stream = content.stream(0)) {
            Files.copy(stream, file);
        }
        return file;
    }

    private Optional<Trouble> encode(Attempt attempt, Master master, Source source, Probe probe, WorkFolder work) {
        var run = new Run(attempt, master);
        try {
            var folder = work.folder("out");
            if (attempt.step() == Step.DUB) {
                var film = film(attempt, work);
                if (film.isEmpty()) {
                    return Optional.of(Trouble.ofFilmWithoutLength());
                }
                return tools.encoder()
                        .dub(source, probe, film.get(), folder, run)
                        .fold(run::finish, failure -> Optional.of(Trouble.of(failure)));
            }
            return encoded(attempt.step(), source, probe, folder, run)
                    .fold(run::finish, failure -> Optional.of(Trouble.of(failure)));
        } catch (IOException e) {
            return Optional.of(Trouble.of(e));
        }
    }

    private Optional<DubbedFilm> film(Attempt attempt, WorkFolder work) throws IOException {
        var film = results.film(attempt).orElse(null);
        if (film == null) {
            return Optional.empty();
        }
        var files = new LinkedHashMap<String, Path>();
        for (var file : film.files().entrySet()) {
            files.put(file.getKey(), fetched(file.getValue(), work.file("film-" + file.getKey())));
        }
        return Optional.of(new DubbedFilm(film.duration(), files));
    }

    private Outcome<List<EncodedFile>> encoded(Step step, Source source, Probe probe, Path folder, Progress progress) {
        return step == Step.SMALL
                ? tools.encoder().small(source, probe, folder, progress)
                : tools.encoder().full(source, probe, folder, progress);
    }

    /** One run of the encoder. */
    private final class Run implements Progress {
        private final Attempt attempt;
        private final Master master;
        private final StoredProgress progress;
        private final Map<Path, KeptBlob> kept = new LinkedHashMap<>();

        Run(Attempt attempt, Master master) {
            this.attempt = attempt;
            this.master = master;
            this.progress = new StoredProgress(jobs, attempt, clock);
        }

        @Override
        public void reached(int percent) {
            progress.reached(percent);
        }

        @Override
        public void heard(Heard sound) {
            sounds.put(master.sha256(), sound);
        }

        /** Small files can be played while the others are made. */
        @Override
        public void finished(EncodedFile file) {
            if (attempt.step() == Step.SMALL) {
                try {
                    results.keep(attempt, encoded(file));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException("Cannot keep " + file.profile(), e);
                }
            }
        }

        Optional<Trouble> finish(List<EncodedFile> files) {
            return finish(files, all -> results.encoded(attempt, all));
        }

        Optional<Trouble> finish(Dub dub) {
            return finish(
                    dub.files(),
                    all -> results.fitted(attempt, all, dub.report().offset()));
        }

        private Optional<Trouble> finish(List<EncodedFile> files, Consumer<List<Encoded>> commit) {
            try {
                var all = new ArrayList<Encoded>();
                for (var file : files) {
                    all.add(encoded(file));
                    // A long film needs gigabytes, and need not be here twice.
                    Files.deleteIfExists(file.path());
                }
                Failpoint.pass(attempt.step().code() + "-stored");
                commit.accept(all);
                Failpoint.pass(attempt.step().code() + "-committed");
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(Trouble.of(e));
            }
        }

        private Encoded encoded(EncodedFile file) throws IOException {
            var blob = kept.get(file.path());
            if (blob == null) {
                blob = bytes.keep(() -> Files.newInputStream(file.path()), Long.MAX_VALUE);
                kept.put(file.path(), blob);
            }
            return new Encoded(file, blob);
        }
    }
}
