package vn.loa.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class OembedTest {
    @Test
    void a_title_with_what_xml_forbids_is_still_read() throws Exception {
        var out = new ByteArrayOutputStream();
        new Oembed()
                .with("title", "Con\u0000 bò\u000B \uD83D & <b>")
                .with("width", 640)
                .xml(out);

        var read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Con bò  & <b>");
        assertThat(read.getElementsByTagName("width").item(0).getTextContent()).isEqualTo("640");
    }
}
