package vn.loa.media.transcode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.media.transcode.Failure.Reason;
import vn.loa.media.transcode.FilmProfiles.Joined;
import vn.loa.media.transcode.FilmProfiles.Picture;
import vn.loa.media.transcode.SoundFilters.Correction;
import vn.loa.media.transcode.SoundProfiles.Sound;
import vn.loa.media.transcode.SoundProfiles.Step;

/** Encodes a film and its main sound. */
final class FilmEncoding {
    private static final int LISTENED = 10;
    private static final int HEARD = 30;
    private static final int ENCODED = 92;

    private final Encoding encoding;
    private final VideoStream picture;
    private final FilmProfiles profiles;
    private final FileMeasure measure;

    FilmEncoding(Encoding encoding) {
        this.encoding = encoding;
        this.picture = encoding.probe().picture().orElseThrow();
        this.profiles = encoding.profiles().film();
        this.measure = new FileMeasure(encoding.ffmpeg());
        try {
            ToneCurve.write(picture.transfer(), encoding.work().path());
        } catch (IOException e) {
            throw new TranscodingFailed(Reason.NO_SPACE, "The tone curve cannot be written: " + e);
        }
    }

    /**
     * The smallest film, and sounds beside it. Its picture needs longest and nothing of the sounds, so it is begun with while those are listened to and
     * made; none is finished before the picture is.
     */
    void smallest(List<Sound> sounds) {
        var profile = profiles.smallest();
        try (var small = SmallestPicture.begin(encoding, picture, profile)) {
            var sound = sound();
            var inner = encoding.profiles().sound().named(profiles.smallestAudio());
            // In one run, because the picture keeps all processors busy.
            sound.ifPresent(heard -> encoding.run(
                    heard.graph(Stream.concat(sounds.stream(), Stream.of(inner)).toList(), Correction.NONE),
                    LISTENED,
                    HEARD));
            var made = small.await(encoding.span().part(LISTENED, ENCODED));
            sound.ifPresent(heard -> heard.finish(sounds));
            new Joining(encoding).join(profile.name(), made, sound.map(heard -> inner.file()));
        }
    }

    /** Everything else: one decoding for all of it. */
    void rest() {
        var sound = sound();
        var sounds = encoding.profiles().sound().of(Step.FULL, Step.HLS);
        sound.ifPresent(heard -> heard.fillTo(encoding.probe().duration()));
        var rungs = rungs();
        var top = rungs.get(0);
        var rate = PictureFilters.rate(picture, top.frameRate());
        var stills = new FilmStills(encoding, Size.within(picture, top.side()), rate);
        var graph = new Graph();
        var from = graph.chain(
                "[0:" + picture.index() + "]",
                PictureFilters.steady(picture, rate) + ","
                        + PictureFilters.plain(picture, Size.within(picture, top.side())));
        var copies = graph.split(from, "split", rungs.size() > 1 ? 4 : 3);
        stills.addTo(graph, copies.get(0), copies.get(1));
        addRung(graph, copies.get(2), top, rate);
        // Each rung is made smaller from the one above it, which is cheaper than from the top.
        var above = rungs.size() > 1 ? copies.get(3) : "";
        for (var i = 1; i < rungs.size(); i++) {
            var smaller = graph.chain(
                    above,
                    PictureFilters.smaller(Size.within(picture, rungs.get(i).side())));
            var pair = graph.split(smaller, "split", i < rungs.size() - 1 ? 2 : 1);
            addRung(graph, pair.get(0), rungs.get(i), rate);
            above = pair.get(pair.size() - 1);
        }
        sound.ifPresent(heard -> heard.addTo(graph, sounds, Correction.NONE));
        encoding.run(graph, LISTENED, ENCODED);
        profiles.progressive().forEach(joined -> join(joined, sound.isPresent()));
        rungs.forEach(rung -> finishRung(rung, rate));
        sound.ifPresent(heard -> {
            heard.finish(sounds);
            heard.drawWaveform();
        });
        stills.finish();
    }

    private Optional<SoundEncoding> sound() {
        return encoding.probe().mainAudio().map(audio -> SoundEncoding.measured(encoding, LISTENED));
    }

    /** Highest first. */
    private List<Picture> rungs() {
        var fitting = new ArrayList<>(profiles.rungsOf(picture.width(), picture.height()));
        Collections.reverse(fitting);
        return fitting;
    }

    private void addRung(Graph graph, String from, Picture rung, Fraction rate) {
        var words = new ArrayList<>(List.of("-map", from));
        words.addAll(PictureCoding.of(rung, encoding.ffmpeg().threads()));
        words.addAll(List.of(
                "-force_key_frames",
                "expr:gte(t,n_forced*" + profiles.segmentSeconds() + ")",
                "-g",
                Long.toString(Math.round(rate.value() * profiles.segmentSeconds() * 2))));
        words.addAll(HlsFile.output(rung.name(), profiles.segmentSeconds()));
        graph.output(words);
    }

    /** A file of what was made for HLS. */
    private void join(Joined joined, boolean withSound) {
        new Joining(encoding)
                .join(
                        joined.name(),
                        Joining.Video.of(HlsFile.name(joined.video())),
                        withSound ? Optional.of(HlsFile.name(joined.audio())) : Optional.empty());
    }

    private void finishRung(Picture rung, Fraction rate) {
        var file = HlsFile.name(rung.name());
        var playlist = HlsFile.read(encoding.work(), rung.name(), Optional.of(rate.value()));
        encoding.finish(
                file,
                rung.name(),
                profiles.version(),
                "video/mp4",
                measure.timed(encoding.work(), file),
                Optional.empty(),
                Optional.of(playlist));
    }
}
