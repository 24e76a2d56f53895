package vn.loa.media.transcode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.loa.media.transcode.Failure.Reason;
import vn.loa.media.transcode.SoundFilters.Correction;
import vn.loa.media.transcode.SoundProfiles.Sound;
import vn.loa.media.transcode.SoundProfiles.Step;

/** Encodes the main sound of a file, which has been listened to once before. */
final class SoundEncoding {
    /** Where a coded sound is still above the promised peak, this is added to the difference. */
    private static final double MARGIN = 0.3;

    /** In LU, where a station promised its own. */
    private static final double TOLERANCE = 0.5;

    private static final double MOST_LOUDER = 6;

    /** In LUFS, where little is left of what was recorded, if it was recorded at all. */
    private static final double NEXT_TO_NOTHING = -45;

    /** In LU, by which one channel must be louder than the mix: of channels that say different things it never is. */
    private static final double CANCELLED = 20;

    private static final int MOST_ATTEMPTS = 4;

    private final Encoding encoding;
    private final AudioStream audio;
    private final Heard heard;
    private final SoundProfiles profiles;
    private String fill = "";
    private int reached;

    private SoundEncoding(Encoding encoding, AudioStream audio, Heard heard, int reached) {
        this.encoding = encoding;
        this.audio = audio;
        this.heard = heard;
        this.profiles = encoding.profiles().sound();
        this.reached = reached;
    }

    /**
     * Listens to the main sound, unless somebody did.
     *
     * @param until the percentage of the whole act that is reached by then
     */
    static SoundEncoding measured(Encoding encoding, int until) {
        var audio = encoding.probe()
                .mainAudio()
                .orElseThrow(() -> new TranscodingFailed(Reason.NO_STREAMS, "There is no sound"));
        var points = encoding.profiles().pictures().waveformPoints();
        var heard = encoding.probe()
                .heard()
                .filter(before -> before.points() == points)
                .orElseGet(() -> listen(encoding, audio, points));
        encoding.span().reach(until);
        return new SoundEncoding(encoding, audio, heard, until);
    }

    private static Heard listen(Encoding encoding, AudioStream audio, int points) {
        var mixed = listen(encoding, audio, false, points);
        var heard = mixed;
        if (mixed.loudness().integrated() < NEXT_TO_NOTHING) {
            // With a cable that is soldered wrongly one channel is the other one upside down.
            var alone = listen(encoding, audio, true, points);
            heard = alone.loudness().integrated() > mixed.loudness().integrated() + CANCELLED ? alone : mixed;
        }
        encoding.span().heard(heard);
        return heard;
    }

    private static Heard listen(Encoding encoding, AudioStream audio, boolean alone, int points) {
        var length = encoding.probe().duration();
        var waveform = new Waveform(length, points);
        var loudness = new LoudnessMeter(encoding.ffmpeg())
                .measure(encoding.work(), encoding.input(), "0:" + audio.index(), mono(alone), length, waveform::take);
        return new Heard(loudness, alone, points, waveform.json());
    }

    private static String mono(boolean alone) {
        return alone ? SoundFilters.FIRST : SoundFilters.MONO;
    }

    /** Makes it at least as long as something else, with silence at its end. */
    void fillTo(Duration length) {
        fill = String.format(Locale.ROOT, ",apad=whole_dur=%.3f", length.toMillis() / 1000.0);
    }

    /** Makes and finishes files of sound alone. */
    void encode(List<Sound> sounds, int until) {
        make(sounds, until);
        finish(sounds);
    }

    /** Makes and finishes one before the others: beside them, even far ahead of them, it takes a third longer. */
    void encode(Sound first, List<Sound> others, int until) {
        encode(List.of(first), (reached + until) / 2);
        encode(others, until);
    }

    /**
     * Makes files of sound alone; {@link #finish} those that are for others. Each has a run of its own, because one run does one thing after the other, and bringing a
     * sound to its loudness again costs less than waiting.
     */
    void make(List<Sound> sounds, int until) {
        var runs = encoding.ffmpeg().threads() == 1
                ? List.of(sounds)
                : sounds.stream().map(List::of).toList();
        try (var begun = BackgroundRuns.begin(runs.stream()
                .map(run -> encoding.whole(graph(run, Correction.NONE)))
                .toList())) {
            begun.await(encoding.span().part(reached, until));
        }
        reached = until;
    }

    /** Of a run that makes nothing else; {@link #finish} them afterwards. */
    Graph graph(List<Sound> sounds, Correction correction) {
        var graph = new Graph();
        addTo(graph, sounds, correction);
        return graph;
    }

    /** Lets a run that makes more than this make files of sound alone; {@link #finish} them afterwards. */
    void addTo(Graph graph, List<Sound> sounds, Correction correction) {
        var copies = normalised(graph, sounds.size(), correction);
        for (var i = 0; i < sounds.size(); i++) {
            var sound = sounds.get(i);
            var words = new ArrayList<>(List.of("-map", graph.chain(copies.get(i), SoundFilters.shape(sound))));
            words.addAll(Encoding.clean());
            words.addAll(sound.coding());
            if (sound.step() == Step.HLS) {
                words.addAll(
                        HlsFile.output(sound.name(), encoding.profiles().film().segmentSeconds()));
            } else {
                words.addAll(sound.codec().container());
                words.add(sound.file());
            }
            graph.output(words);
        }
    }

    /** Labels of copies of the sound at its right loudness. */
    List<String> normalised(Graph graph, int copies, Correction correction) {
        var filters = mono(heard.alone()) + ","
                + SoundFilters.normalise(heard.loudness(), profiles.loudness(), correction) + fill;
        return graph.split(graph.chain("[0:" + audio.index() + "]", filters), "asplit", copies);
    }

    void finish(List<Sound> sounds) {
        for (var sound : sounds) {
            var result = sound.step() == Step.FULL ? Optional.of(asPromised(sound)) : Optional.<Loudness>empty();
            var playlist = sound.step() == Step.HLS
                    ? Optional.of(HlsFile.read(encoding.work(), sound.name(), Optional.empty()))
                    : Optional.<MediaPlaylist>empty();
            encoding.finish(
                    sound.file(),
                    sound.name(),
                    profiles.version(),
                    sound.codec().contentType(),
                    new FileMeasure(encoding.ffmpeg()).timed(encoding.work(), sound.file()),
                    result,
                    playlist);
        }
    }

    /** Coding makes peaks higher, and a limiter that had much to do makes it quieter; by how much is known only afterwards. */
    private Loudness asPromised(Sound sound) {
        var target = profiles.loudness();
        var correction = Correction.NONE;
        var result = listenTo(sound);
        for (var attempt = 1; attempt < MOST_ATTEMPTS && !result.isSilent(); attempt++) {
            var over = result.truePeak() - target.truePeak();
            var quiet = target.integrated() - result.integrated();
            if (over <= 0 && Math.abs(quiet) <= TOLERANCE) {
                break;
            }
            correction = new Correction(
                    correction.louder() + (Math.abs(quiet) <= TOLERANCE ? 0 : Math.min(quiet, MOST_LOUDER)),
                    correction.lower() + (over > 0 ? over + MARGIN : 0));
            encoding.run(graph(List.of(sound), correction), reached, reached);
            result = listenTo(sound);
        }
        return result;
    }

    private Loudness listenTo(Sound sound) {
        return new LoudnessMeter(encoding.ffmpeg().forOwnFiles())
                .measure(
                        encoding.work(),
                        List.of("-i", "file:" + sound.file()),
                        "0:a",
                        encoding.probe().duration(),
                        sample -> {});
    }

    /** Finishes the drawing of what was heard. */
    void drawWaveform() {
        encoding.finishText(
                PictureNames.WAVEFORM + ".json",
                PictureNames.WAVEFORM,
                encoding.profiles().pictures().version(),
                "application/json",
                heard.waveform());
    }
}
