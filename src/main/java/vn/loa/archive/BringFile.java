package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.archive.KnownFiles.Known;
import vn.loa.catalog.AddTrack;
import vn.loa.catalog.Recognitions;
import vn.loa.catalog.UploadedTracks;
import vn.loa.catalog.UploadedTracks.Wanted;
import vn.loa.common.Saying;
import vn.loa.media.MediaRefused;
import vn.loa.media.uploads.AnnounceUpload;
import vn.loa.media.uploads.ReceiveUpload;
import vn.loa.media.uploads.UploadLimits;
import vn.loa.media.uploads.UploadRefused;
import vn.loa.media.uploads.UploadRefused.Reason;
import vn.loa.media.uploads.UploadedName;

/**
 * Brings a file of an archive into a product, on the way of everybody's uploads: with the same limits, and read and encoded by the same jobs. An upload that was begun goes on where it was, so that a file becomes one
 * track however often it is tried; one whose bytes have changed becomes a new track in the place of the old one, once that is approved.
 */
@ApplicationScoped
class BringFile {
    /** Until somebody else has got further with the same file. */
    private static final Duration FOR_OTHERS = Duration.ofSeconds(5);

    /** Until uploads of the account have been taken in. */
    private static final Duration FOR_ROOM = Duration.ofSeconds(30);

    /** So long an archive waits for room before it leaves files out: then none of them has come in meanwhile. */
    static final Duration LONGEST_WAIT = Duration.ofHours(2);

    @Inject
    private KnownFiles known;

    @Inject
    private RunSteps steps;

    @Inject
    private UploadLimits limits;

    @Inject
    private Recognitions recognitions;

    @Inject
    private AnnounceUpload announcing;

    @Inject
    private ReceiveUpload receiving;

    @Inject
    private AddTrack tracks;

    /**
     * Not within a transaction.
     *
     * @return after which pause it is to be tried again; empty when it is a track
     * @throws LineRefused when nothing can come of it
     * @throws Overtaken when somebody else has the archive
     */
    Optional<Duration> bring(Turn turn, String product, FileWish wish, ArchiveFiles files, Vocabulary words, Actor by)
            throws IOException {
        var found = files.find(wish.path()).orElse(null);
        if (isThere(turn, product, wish, found, files)) {
            return Optional.empty();
        }
        if (found == null) {
            throw new LineRefused(SheetColumn.FILES.code(), "file-missing", wish.path());
        }
        var guess =
                recognitions.of(product, wish.name(), by).orElseThrow(() -> new LineRefused("", "not-yours", product));
        var plan = TrackPlan.of(wish, guess, words);
        var kind = plan.kind();
        var role = plan.role();
        if (kind == null || role == null) {
            throw new LineRefused(SheetColumn.FILES.code(), "file-kind", wish.path());
        }
        try {
            var begun = begin(turn, product, wish, found, by);
            if (begun.isEmpty()) {
                return Optional.of(FOR_OTHERS);
            }
            var ours = begun.get();
            var upload = Objects.requireNonNull(ours.upload(), "it has begun");
            send(upload, found, files, by);
            if (!known.isOf(turn, product, found.path(), upload)) {
                return Optional.of(FOR_OTHERS);
            }
            var wanted = new Wanted(upload, kind, plan.language(), role, null, ours.before());
            var track = track(wanted, product, wish, by);
            known.note(turn, product, found.path(), upload, new Known(found.mark(), upload, track, null));
            steps.goesOn(turn);
            return Optional.empty();
        } catch (UploadRefused refused) {
            if (refused.reason() == Reason.LOCKED) {
                return Optional.of(FOR_OTHERS);
            }
            if (refused.reason() == Reason.QUOTA_FULL || refused.reason() == Reason.NO_ROOM) {
                return Optional.of(waits(turn, wish, found, refused.reason()));
            }
            throw refused(wish, List.of(refused.saying()));
        } catch (MediaRefused refused) {
            throw refused(wish, refused.sayings());
        }
    }

    /** What was compared once need not be read again. */
    private boolean isThere(
            Turn turn, String product, FileWish wish, ArchiveFiles.@Nullable Found found, ArchiveFiles files)
            throws IOException {
        var of = known.of(List.of(product));
        if (found != null && FileComparison.isNoted(product, found, of)) {
            return true;
        }
        if (!FileComparison.isNamed(product, wish, found, files, of)) {
            return false;
        }
        if (found != null && of.file(product, found.path()).isEmpty()) {
            known.note(
                    turn,
                    product,
                    found.path(),
                    null,
                    new Known(found.mark(), null, wish.track().orElseThrow(), null));
        }
        return true;
    }

    /** @throws LineRefused when it has waited long enough, or will never have room */
    private Duration waits(Turn turn, FileWish wish, ArchiveFiles.Found found, Reason why) {
        var most = limits.quotaBytes() - steps.sentBytes(turn);
        if (why == Reason.QUOTA_FULL && found.length() > most) {
            throw new LineRefused(
                    SheetColumn.FILES.code(), "file-quota", wish.path() + " (" + (limits.quotaBytes() >> 20) + " MB)");
        }
        if (steps.waits(turn).compareTo(LONGEST_WAIT) > 0) {
            throw new LineRefused(SheetColumn.FILES.code(), "file-room", wish.path());
        }
        return FOR_ROOM;
    }

    private static LineRefused refused(FileWish wish, List<Saying> why) {
        return new LineRefused(
                List.of(new LineFault(SheetColumn.FILES.code(), "file-refused", wish.path() + ":", why)));
    }

    /** The upload that was begun for these bytes, or a new one; empty when somebody else has begun another meanwhile. */
    private Optional<Known> begin(Turn turn, String product, FileWish wish, ArchiveFiles.Found found, Actor by)
            throws IOException {
        var last = known.file(product, found.path()).orElse(null);
        var isOfThese = last != null && last.mark().equals(found.mark());
        if (last != null && isOfThese && last.upload() != null && isGoing(last.upload(), by)) {
            return Optional.of(last);
        }
        var before = last == null || isOfThese || last.track() == null ? null : last.track();
        var upload = announcing
                .announce(by.name(), new UploadedName(wish.name(), null), found.length())
                .id();
        // What an export of the portal has named, and was changed since, takes the place of the track that it was.
        var replaced = last == null ? wish.track().orElse(null) : before == null ? last.before() : before;
        var begun = new Known(
                found.mark(), upload, null, replaced != null && known.hasTrack(product, replaced) ? replaced : null);
        var isNoted = false;
        try {
            isNoted = known.note(turn, product, found.path(), last == null ? null : last.upload(), begun);
        } finally {
            if (!isNoted) {
                receiving.end(by.name(), upload);
            }
        }
        return isNoted ? Optional.of(begun) : Optional.empty();
    }

    /** All bytes are here when it returns. */
    private void send(String upload, ArchiveFiles.Found found, ArchiveFiles files, Actor by) throws IOException {
        var status = receiving.look(by.name(), upload);
        if (status.received() < status.length()) {
            try (var content = files.open(found)) {
                content.skipNBytes(status.received());
                receiving.receive(
                        by.name(), upload, status.received(), status.length() - status.received(), null, content);
            }
        }
    }

    private boolean isGoing(String upload, Actor by) {
        try {
            return receiving.look(by.name(), upload).id().equals(upload);
        } catch (UploadRefused gone) {
            return false;
        }
    }

    private Long track(Wanted wanted, String product, FileWish wish, Actor by) {
        var result = tracks.add(product, wanted, by);
        if (result instanceof UploadedTracks.Added added) {
            return added.track().id();
        }
        if (result instanceof UploadedTracks.Different other) {
            return other.track().id();
        }
        if (result instanceof UploadedTracks.Unreadable unreadable) {
            throw refused(wish, List.of(unreadable.saying()));
        }
        throw new LineRefused("", "not-yours", product);
    }
}
