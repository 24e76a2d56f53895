package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.Messages;
import vn.loa.media.transcode.EncodingProfiles;

/** What the catalogue calls files by is what the encoding profiles, which are data, call them. */
class EncodedNamesTest {
    private final EncodingProfiles profiles = EncodingProfiles.load();

    @Test
    void every_file_that_the_catalogue_looks_for_is_made() {
        Stream.of(
                        Players.FILM.stream(),
                        Players.SOUND.stream(),
                        Stream.of(
                                Players.FIRST_SOUND,
                                Players.STATION,
                                Players.STORYBOARD,
                                Streaming.SMALL_SOUND,
                                Streaming.GOOD_SOUND))
                .flatMap(names -> names)
                .forEach(name -> assertThat(profiles.version(name)).as(name).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_file_that_is_offered_has_a_name_for_people(String language) {
        var texts = Messages.in(language);
        Stream.concat(Players.FILM.stream(), Stream.concat(Players.SOUND.stream(), Stream.of(Players.STATION)))
                .forEach(name ->
                        assertThat(texts.has("profile." + name)).as(name).isTrue());
    }
}
