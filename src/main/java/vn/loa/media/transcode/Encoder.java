package vn.loa.media.transcode;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import vn.loa.media.transcode.SoundProfiles.Step;

/**
 * Makes renditions of foreign files. Re-running anything is harmless. Safe for use by many threads; interrupting the thread that waits kills the
 * programs and fails with {@link Failure.Reason#INTERRUPTED}.
 *
 * <p>Each method leaves finished files in a folder that exists, and nothing else; when it fails, nothing but what was reported by
 * {@link Progress#finished}. A file that is already there under the same name is replaced.
 */
public final class Encoder {
    private final Ffmpeg ffmpeg;
    private final EncodingProfiles profiles;

    public Encoder(Ffmpeg ffmpeg, EncodingProfiles profiles) {
        this.ffmpeg = ffmpeg;
        this.profiles = profiles;
    }

    /**
     * Whether what a profile of this version made is to be encoded anew. What a profile made that there is not any more stays as it is.
     *
     * @param profile its name
     */
    public boolean isOutdated(String profile, int version) {
        return profiles.version(profile).filter(now -> now != version).isPresent();
    }

    /** How much room the files take that are made here. */
    public RoomNeeded room() {
        return new RoomNeeded(profiles);
    }

    /**
     * What is needed first: the small sounds (A0, A1, A2), A0 before the others unless there is a film to decode; the smallest film (V0); all sizes of a
     * picture.
     */
    public Outcome<List<EncodedFile>> small(Source source, Probe probe, Path folder, Progress progress) {
        return attempt(source, probe, folder, progress, this::small);
    }

    /**
     * All the rest, from one decoding: station, the audio groups of HLS, waveform and cover of a sound; besides, V1, HLS, posters and storyboard of a film. Nothing
     * of a picture.
     */
    public Outcome<List<EncodedFile>> full(Source source, Probe probe, Path folder, Progress progress) {
        return attempt(source, probe, folder, progress, this::full);
    }

    /**
     * What a sound becomes beside the film that it dubs: the audio groups of HLS, filled with silence to the film's length, and each of the film's
     * files with this sound, whose pictures are taken as they are.
     *
     * @param film whose own sound is compared with the dub
     */
    public Outcome<Dub> dub(Source source, Probe probe, DubbedFilm film, Path folder, Progress progress) {
        return attempt(source, probe, folder, progress, work -> {
            new DubEncoding(work, film).encode();
            var offset = film.files().entrySet().stream()
                    .findFirst()
                    .flatMap(original -> work.files().stream()
                            .filter(file -> file.profile().equals(original.getKey()))
                            .findFirst()
                            .flatMap(
                                    file -> new DubAlignment(ffmpeg).offset(original.getValue(), file.path(), folder)));
            return new Dub(work.files(), new DubReport(film.duration(), probe.duration(), offset));
        });
    }

    /** A foreign picture as the emblem of the portal: {@code page}, {@code icon}, {@code square-192} and {@code square-512}, all PNG. */
    public Outcome<List<EncodedFile>> emblem(Source source, Probe probe, Path folder) {
        return attempt(source, probe, folder, Progress.UNWATCHED, work -> {
            new EmblemEncoding(work).draw();
            return work.files();
        });
    }

    private List<EncodedFile> small(Encoding work) {
        var sounds = profiles.sound().of(Step.SMALL);
        if (work.probe().isStill()) {
            new PictureEncoding(work).picture();
        } else if (work.probe().isFilm()) {
            new FilmEncoding(work).smallest(sounds);
        } else {
            // It is what people hear.
            SoundEncoding.measured(work, 30).encode(sounds.get(0), sounds.subList(1, sounds.size()), 100);
        }
        return work.files();
    }

    private List<EncodedFile> full(Encoding work) {
        if (work.probe().isFilm()) {
            new FilmEncoding(work).rest();
        } else if (!work.probe().isStill()) {
            var sound = SoundEncoding.measured(work, 30);
            sound.encode(profiles.sound().of(Step.FULL, Step.HLS), 90);
            sound.drawWaveform();
            new PictureEncoding(work).cover();
        }
        return work.files();
    }

    private <T> Outcome<T> attempt(
            Source source, Probe probe, Path folder, Progress progress, Function<Encoding, T> act) {
        try (var files = WorkFolder.in(folder, source)) {
            var work = new Encoding(ffmpeg, profiles, probe, files, new Span(progress));
            var value = act.apply(work);
            work.span().reach(100);
            return new Outcome.Done<>(value);
        } catch (TranscodingFailed e) {
            return new Outcome.Failed<>(e.failure());
        }
    }
}
