package vn.loa.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FeedWriterTest {
    /** Everything that a title can hold: control characters, halves of letters, what XML itself is made of, and plain words. */
    private static String made(Random random) {
        var text = new StringBuilder();
        for (var i = 0; i < 200; i++) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(0x20));
                case 1 -> text.append((char) (0xD800 + random.nextInt(0x800)));
                case 2 -> text.append("<>&\"']]>-->\uFFFE\uFFFF".charAt(random.nextInt(13)));
                case 3 -> text.appendCodePoint(random.nextInt(0x10FFFF));
                default -> text.append("Cầu chữ ");
            }
        }
        return text.toString();
    }

    @RepeatedTest(50)
    void whatever_a_title_holds_the_document_is_well_formed(RepetitionInfo which) throws Exception {
        var text = made(new Random(which.getCurrentRepetition()));
        var out = new ByteArrayOutputStream();
        var xml = new FeedWriter(out);
        xml.begin("feed", Map.of("", FeedWriter.ATOM, "x", "urn:x"), "title", text);
        xml.text("title", text, "x:said", text);
        xml.empty("x:link", "href", text);
        xml.end();

        var read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.getElementsByTagName("title").item(0).getTextContent()).contains("Cầu chữ ");
    }

    @Test
    void whole_letters_beyond_the_first_plane_stay() throws Exception {
        var out = new ByteArrayOutputStream();
        var xml = new FeedWriter(out);
        xml.begin("a", Map.of());
        xml.text("b", "bò \uD83D\uDC04 và \uD83D");
        xml.end();

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(out.toByteArray()))
                        .getDocumentElement()
                        .getTextContent())
                .isEqualTo("bò \uD83D\uDC04 và ");
    }
}
