package vn.loa.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaAddressTest {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /** A phone chooses the program by the end of the name. */
    @ParameterizedTest
    @CsvSource({
        "application/pdf, pdf",
        "application/msword, doc",
        "application/vnd.ms-excel, xls",
        "application/vnd.ms-powerpoint, ppt",
        OFFICE + "wordprocessingml.document, docx",
        OFFICE + "spreadsheetml.sheet, xlsx",
        OFFICE + "presentationml.presentation, pptx",
        "application/vnd.oasis.opendocument.text, odt",
        "application/vnd.oasis.opendocument.spreadsheet, ods",
        "application/vnd.oasis.opendocument.presentation, odp",
    })
    void a_document_keeps_the_ending_that_people_know(String contentType, String ending) {
        assertThat(MediaAddress.of("to-roi", "vi", "original", "0123456789abcdef0", contentType))
                .endsWith("." + ending);
    }

    @Test
    void the_shape_of_a_sound_is_named_as_what_it_is() {
        assertThat(MediaAddress.of("tieu-pham", "vi", "waveform", "0123456789abcdef0", "application/json"))
                .endsWith("/tieu-pham-vi-waveform.json");
    }
}
