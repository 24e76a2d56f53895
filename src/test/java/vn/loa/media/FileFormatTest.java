package vn.loa.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatTest {
    @ParameterizedTest
    @CsvSource({
        "0000001c6674797069736f6d, MP4, video/mp4",
        "0000001c667479704d344120, MP4_AUDIO, audio/mp4",
        "0000001c6674797061766966, AVIF, image/avif",
        "1a45dfa3a3428681, MATROSKA, video/webm",
        "4f67675300020000, OGG, audio/ogg",
        "49443304000000, MP3, audio/mpeg",
        "fffb9064, MP3, audio/mpeg",
        "fff15080, AAC, audio/aac",
        "ffd8ffe000104a46, JPEG, image/jpeg",
        "89504e470d0a1a0a, PNG, image/png",
        "52494646aaaaaaaa57454250, WEBP, image/webp",
        "52494646aaaaaaaa57415645, WAVE, audio/wav",
        "255044462d312e37, PDF, application/pdf",
        "504b030414, OFFICE, application/zip",
        "5745425654540a, WEBVTT, text/vtt",
        "efbbbf574542565454, WEBVTT, text/vtt"
    })
    void aFormatIsToldFromTheFirstBytes(String head, String format, String type) {
        var told = FileFormat.of(java.util.HexFormat.of().parseHex(head)).orElseThrow();
        assertThat(told.name()).isEqualTo(format);
        assertThat(told.typeFor(null, "")).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\u0090",
                "\u007fELF",
                "#!/bin/sh",
                "<svg xmlns=",
                "<!doctype html>",
                "#EXTM3U",
                "WEBVTTX",
                "ffconcat version 1.0",
                "a"
            })
    void programsPagesAndPlaylistsAreOfNoFormat(String head) {
        assertThat(FileFormat.of(head.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void aDeclaredTypeMayChooseAmongThoseOfAFormatButNotAnother() {
        assertThat(FileFormat.MP4.typeFor("audio/mp4", "")).contains("audio/mp4");
        assertThat(FileFormat.MP4.typeFor("Audio/MP4; codecs=\"mp4a.40.2\"", ""))
                .contains("audio/mp4");
        assertThat(FileFormat.MP4.typeFor("application/octet-stream", "")).contains("video/mp4");
        assertThat(FileFormat.MP3.typeFor("audio/mp3", "")).contains("audio/mpeg");
        assertThat(FileFormat.MP3.typeFor("video/mp4", "")).isEmpty();
        assertThat(FileFormat.PDF.typeFor("image/png", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/octet-stream",
                "audio/x-ms-wma",
                "video/x-matroska",
                "application/ogg",
                "image/jpeg",
                "image/jpg",
                "application/pdf",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "text/plain",
                "text/vtt",
                "application/x-subrip"
            })
    void whatMayBeTakenMayBeAnnounced(String declared) {
        assertThat(FileFormat.mayBeSaidToBe(declared)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/svg+xml",
                "application/x-msdownload",
                "application/vnd.apple.mpegurl",
                "application/javascript",
                "image/heic"
            })
    void whatIsNeverTakenMayNotBeAnnounced(String declared) {
        assertThat(FileFormat.mayBeSaidToBe(declared)).isFalse();
    }

    @Property
    void anyBytesAreOfOneFormatOrNone(@ForAll @Size(max = FileFormat.HEAD) byte[] head) {
        FileFormat.of(head)
                .ifPresent(format -> assertThat(format.typeFor(null, "")).isPresent());
    }

    @Test
    void what_nobody_declares_is_told_by_the_ending_of_its_name_among_what_its_bytes_allow() {
        assertThat(FileFormat.OFFICE.typeFor(null, "Tài liệu.DOCX"))
                .contains("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(FileFormat.OLD_OFFICE.typeFor("application/octet-stream", "so-lieu.xls"))
                .contains("application/vnd.ms-excel");
        assertThat(FileFormat.PDF.typeFor(null, "la-word.docx")).contains("application/pdf");
    }
}
