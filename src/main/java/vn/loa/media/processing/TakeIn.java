package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import vn.loa.common.Failpoint;
import vn.loa.media.FileFormat;
import vn.loa.media.KeepBytes;
import vn.loa.media.MediaKind;
import vn.loa.media.MediaStorage;
import vn.loa.media.SniffedType;
import vn.loa.media.documents.DocumentReader;
import vn.loa.media.documents.ReadDocument;
import vn.loa.media.processing.StepResults.Incoming;
import vn.loa.media.processing.Trouble.Kind;
import vn.loa.media.transcode.Outcome;
import vn.loa.media.transcode.Probe;
import vn.loa.media.transcode.Source;
import vn.loa.media.uploads.UploadStaging;

/** The first step: tells from its bytes what an upload is, refuses what can become nothing, and moves the rest into the blob store. */
@ApplicationScoped
class TakeIn {
    @Inject
    private StepResults results;

    @Inject
    private UploadStaging staging;

    @Inject
    private KeepBytes bytes;

    @Inject
    private MediaStorage storage;

    @Inject
    private JobSettings settings;

    @Inject
    private EncodingTools tools;

    @Inject
    private RecentProbes probes;

    @Inject
    private DocumentReader documents;

    /** @return why it came to nothing; empty when all went well */
    Optional<Trouble> perform(Attempt attempt) throws IOException {
        var incoming = results.incoming(attempt);
        var type = SniffedType.of(
                incoming.upload().name(), incoming.upload().declaredType().orElse(null), head(incoming));
        Optional<Probe> probe = Optional.empty();
        Optional<ReadDocument> read = Optional.empty();
        if (incoming.kind() == MediaKind.DOCUMENT) {
            read = Optional.of(documents.read(staging.file(incoming.upload())));
        } else {
            var outcome = probe(attempt, incoming, type.format());
            var trouble = outcome.<Optional<Trouble>>fold(
                    found -> unsuitable(incoming.kind(), found), failure -> Optional.of(Trouble.of(failure)));
            if (trouble.isPresent()) {
                return trouble;
            }
            probe = outcome.fold(Optional::of, failure -> Optional.empty());
        }
        var wanted = incoming.kind() == MediaKind.AUDIO ? probe.map(Probe::soundOnly) : probe;
        var kept = bytes.keep(staging.file(incoming.upload()), storage.mostBytes());
        probe.ifPresent(found -> probes.put(kept.sha256(), found));
        Failpoint.pass("taken-in-stored");
        results.takenIn(attempt, type, kept, wanted, read);
        Failpoint.pass("taken-in-committed");
        return Optional.empty();
    }

    private Outcome<Probe> probe(Attempt attempt, Incoming incoming, FileFormat format) throws IOException {
        try (var work = WorkFolder.open(settings.workFolders(), attempt)) {
            return tools.prober().probe(new Source(staging.file(incoming.upload()), format), work.folder("probe"));
        }
    }

    /** Whether a file that can be read is not what its owner wants it to be. */
    private static Optional<Trouble> unsuitable(MediaKind wanted, Probe probe) {
        var reason = switch (wanted) {
            case VIDEO -> probe.isFilm() ? "" : "no-picture";
            case AUDIO -> probe.mainAudio().isPresent() ? "" : "no-sound";
            case IMAGE -> probe.isStill() ? "" : "not-a-picture";
            default -> "";
        };
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trouble(Kind.DATA, reason, "Wanted as " + wanted.code()));
    }

    private byte[] head(Incoming incoming) throws IOException {
        try (var content = staging.read(incoming.upload())) {
            return content.readNBytes(FileFormat.HEAD);
        }
    }
}
