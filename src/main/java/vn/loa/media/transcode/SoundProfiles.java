package vn.loa.media.transcode;

import java.util.Arrays;
import java.util.List;
import vn.loa.common.JsonFields;

/**
 * What is made of sounds. All of it is mono: a cheap phone and a loudspeaker have one speaker, and speech gets the bytes.
 *
 * @param loudness that all of them are brought to
 */
record SoundProfiles(int version, Target loudness, List<Sound> sounds) {

    /**
     * @param integrated in LUFS
     * @param truePeak in dBTP, of the decoded result
     * @param headroom in dB, how much lower peaks are kept before encoding, because coding makes them higher
     */
    record Target(double integrated, double truePeak, double headroom) {}

    /**
     * @param bitrate in bits a second
     * @param sampleRate in hertz
     * @param lowCut below which nothing is kept, in hertz; 0 keeps all
     */
    record Sound(String name, Step step, Codec codec, int bitrate, int sampleRate, int lowCut) {
        /** As the file is called while it is made. */
        String file() {
            return step == Step.HLS ? HlsFile.name(name) : name + "." + codec.extension;
        }

        /** How it is coded, without the container. */
        List<String> coding() {
            return List.of("-c:a", codec.encoder, "-b:a", Integer.toString(bitrate), "-ac", "1");
        }
    }

    /** When one is made. */
    enum Step {
        /** First. */
        SMALL,
        /** With all the rest. */
        FULL,
        /** With all the rest, cut for HLS: alone or beside a film. */
        HLS,
        /** As part of a film's file. */
        INNER
    }

    /** How sound is coded, and in which container. */
    enum Codec {
        AAC("aac", "audio/mp4", "m4a", List.of("-movflags", "+faststart", "-f", "mp4")),
        OPUS("libopus", "audio/webm", "weba", List.of("-application", "voip", "-frame_duration", "60", "-f", "webm")),
        MP3("libmp3lame", "audio/mpeg", "mp3", List.of("-id3v2_version", "0", "-f", "mp3"));

        private final String encoder;
        private final String contentType;
        private final String extension;
        private final List<String> container;

        Codec(String encoder, String contentType, String extension, List<String> container) {
            this.encoder = encoder;
            this.contentType = contentType;
            this.extension = extension;
            this.container = container;
        }

        String contentType() {
            return contentType;
        }

        /** For a file of sound alone. */
        List<String> container() {
            return container;
        }
    }

    static SoundProfiles read(JsonFields fields) {
        var target = fields.optionalObject(
                "loudness",
                loudness -> new Target(
                        loudness.decimal("integrated"), loudness.decimal("truePeak"), loudness.decimal("headroom")));
        if (target.isEmpty()) {
            fields.violated("loudness", "is required");
        }
        var sounds = fields.objects("profiles", SoundProfiles::sound);
        sounds.stream()
                .filter(sound -> StreamNames.isSound(sound.name()) != (sound.step() == Step.HLS))
                .forEach(sound -> fields.violated(
                        "profiles", "must begin with hls-audio- exactly if it is cut for HLS: " + sound.name()));
        return new SoundProfiles(fields.integer("version"), target.orElse(new Target(0, 0, 0)), sounds);
    }

    private static Sound sound(JsonFields fields) {
        return new Sound(
                fields.text("name"),
                EncodingProfiles.choice(fields, "step", Step.values()),
                EncodingProfiles.choice(fields, "codec", Codec.values()),
                EncodingProfiles.within(fields, "bitrate", 6_000, 512_000),
                EncodingProfiles.within(fields, "sampleRate", 8_000, 48_000),
                EncodingProfiles.within(fields, "lowCut", 0, 1_000));
    }

    List<Sound> of(Step... steps) {
        return sounds.stream()
                .filter(sound -> Arrays.asList(steps).contains(sound.step()))
                .toList();
    }

    /** @throws IllegalStateException if there is none, which reading has made sure of */
    Sound named(String name) {
        return sounds.stream()
                .filter(sound -> sound.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No sound is called " + name));
    }
}
