package vn.loa.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import vn.loa.media.transcode.Failure.Reason;
import vn.loa.media.transcode.SoundProfiles.Sound;
import vn.loa.media.transcode.SoundProfiles.Step;

/** Encodes a sound for the film that it dubs. */
final class DubEncoding {
    private static final int LISTENED = 20;
    private static final int ENCODED = 65;

    private final Encoding encoding;
    private final DubbedFilm film;

    DubEncoding(Encoding encoding, DubbedFilm film) {
        this.encoding = encoding;
        this.film = film;
    }

    void encode() {
        var profiles = encoding.profiles();
        var inner = profiles.sound().named(profiles.film().smallestAudio());
        var groups = profiles.sound().of(Step.HLS);
        var sounds = new ArrayList<>(groups);
        sounds.add(inner);
        var sound = SoundEncoding.measured(encoding, LISTENED);
        sound.fillTo(film.duration());
        sound.make(sounds, ENCODED);
        // Before the groups are finished, which takes them out of the folder of work.
        film.files().forEach((profile, file) -> soundOf(profile, inner).ifPresent(found -> join(profile, file, found)));
        sound.finish(groups);
    }

    /** The sound that a file of films has, by its profile; empty when it is none of those that are made of films now. */
    private Optional<String> soundOf(String profile, Sound inner) {
        var films = encoding.profiles().film();
        return films.smallest().name().equals(profile)
                ? Optional.of(inner.file())
                : films.progressive().stream()
                        .filter(joined -> joined.name().equals(profile))
                        .map(joined -> HlsFile.name(joined.audio()))
                        .findFirst();
    }

    private void join(String profile, Path file, String sound) {
        var picture = "film-" + profile + ".mp4";
        try {
            Files.copy(file, encoding.work().file(picture));
        } catch (IOException e) {
            throw new TranscodingFailed(Reason.NO_SPACE, "A file of the film cannot be copied: " + e);
        }
        new Joining(encoding).join(profile, Joining.Video.of(picture), Optional.of(sound));
    }
}
