package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingProfilesTest {
    @Test
    void everyRenditionHasTheVersionOfItsFile() {
        var profiles = EncodingProfiles.load();

        for (var profile : new String[] {"A0", "station", "hls-audio-64", "poster-30-640", "storyboard"}) {
            assertThat(profiles.version(profile)).as(profile).contains(1);
        }
        for (var profile : new String[] {"V0", "V1", "hls-720"}) {
            assertThat(profiles.version(profile)).as(profile).contains(2);
        }
        assertThat(profiles.version("V9")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sound.json | \"bitrate\": 32000 | \"bitrate\": 1 | bitrate: must be a number from",
                "sound.json | \"codec\": \"opus\" | \"codec\": \"vorbis\" | codec: must be one of [aac, opus, mp3]",
                "sound.json | \"lowCut\": 80 | \"lowcut\": 80 | lowcut: is not a field",
                "sound.json | \"name\": \"hls-audio-64\" | \"name\": \"audio-64\" | must begin with hls-audio- exactly if it is cut for HLS: audio-64",
                "film.json | \"name\": \"hls-720\" | \"name\": \"hls-720p\" | must call it hls-720, not hls-720p",
                "film.json | \"audio\": \"hls-audio-32\" | \"audio\": \"nothing\" | names a sound that is none: nothing",
                "film.json | \"h264\": \"baseline\" | \"h264\": \"main\" | must be baseline",
                "film.json | \"side\": 360 | \"side\": 240 | must stand in the order of their sides",
                "pictures.json | \"version\": 1, | '' | version: is required",
            })
    void aMistakeIsNamedAtTheStart(String file, String right, String wrong, String sentence) {
        assertThatThrownBy(() -> EncodingProfiles.load(name -> changed(name, file, right, wrong)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The encoding profiles in " + file + " cannot be used: ")
                .hasMessageContaining(sentence);
    }

    private static InputStream changed(String name, String file, String right, String wrong) throws IOException {
        try (var in = Objects.requireNonNull(EncodingProfiles.class.getResourceAsStream("/encoding/" + name))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (name.equals(file)) {
                assertThat(text).contains(right);
                text = text.replace(right, wrong);
            }
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
