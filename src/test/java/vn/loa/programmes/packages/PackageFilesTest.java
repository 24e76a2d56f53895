package vn.loa.programmes.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import vn.loa.catalog.StationSound;
import vn.loa.common.Csv;
import vn.loa.common.Jsons;
import vn.loa.common.PortalIdentity;
import vn.loa.common.Texts;
import vn.loa.programmes.FoundDays;

class PackageFilesTest {
    private final PackedProgrammes programme = new PackedProgrammes();
    private final StationSound cow = programme.sound(1, "con-bo", "Con bò, \"của\" nhà ông Páo");
    private final StationSound water = programme.sound(2, "nuoc-sach", "=1+1 & <b>Nước</b> sạch");

    private PackageContent week() {
        return programme
                .play(PackedProgrammes.MONDAY.atTime(5, 30), cow, water)
                .play(PackedProgrammes.MONDAY.plusDays(1).atTime(17, 0), cow)
                .content();
    }

    private static String text(PackageContent content, String file) throws Exception {
        return new String(Objects.requireNonNull(PackageFiles.of(content).get(file), file), StandardCharsets.UTF_8);
    }

    @Test
    void the_playlist_of_everything_names_each_file_in_order_with_its_title_and_length() throws Exception {
        assertThat(text(week(), PackageFiles.M3U8)).isEqualTo("""
                        #EXTM3U
                        #PLAYLIST:Lịch phát thanh xã Lũng Nặm, 23/11 – 29/11/2026
                        #EXTINF:61,Con bò, "của" nhà ông Páo (Tiếng Mông)
                        2026-11-23-thu-hai/0530/01-con-bo-hmn.mp3
                        #EXTINF:61,=1+1 & <b>Nước</b> sạch (Tiếng Mông)
                        2026-11-23-thu-hai/0530/02-nuoc-sach-hmn.mp3
                        #EXTINF:61,Con bò, "của" nhà ông Páo (Tiếng Mông)
                        2026-11-24-thu-ba/1700/01-con-bo-hmn.mp3
                        """);
    }

    @Test
    void what_no_slot_has_room_for_is_named_and_makes_another_package() throws Exception {
        var whole = week();
        var left = programme.content(
                null,
                new FoundDays.Lost(
                        PackedProgrammes.MONDAY.atTime(5, 59, 30),
                        Texts.of("vi", "Nước sạch\r\nvề bản"),
                        "hmn",
                        FoundDays.Silence.NO_ROOM));

        assertThat(text(left, PackageFiles.READ_ME))
                .contains("KHÔNG CÓ TRONG GÓI", "05:59:30 23/11/2026  Nước sạch về bản (Tiếng Mông)");
        assertThat(text(whole, PackageFiles.READ_ME)).doesNotContain("KHÔNG CÓ TRONG GÓI");
        try (var json = Jsons.reader(new StringReader(text(left, PackageFiles.JSON)))) {
            var item = json.readObject().getJsonArray("leftOut").getJsonObject(0);
            assertThat(item.getString("begins")).startsWith("2026-11-23T05:59:30");
            assertThat(item.getString("language")).isEqualTo("hmn");
        }
        assertThat(text(whole, PackageFiles.JSON)).doesNotContain("leftOut");
        assertThat(left.fingerprint()).isNotEqualTo(whole.fingerprint());
    }

    @Test
    void each_slot_has_a_playlist_of_its_own_beside_its_folder() throws Exception {
        assertThat(text(week(), "2026-11-23-thu-hai/0530.m3u8").lines())
                .contains("0530/01-con-bo-hmn.mp3", "0530/02-nuoc-sach-hmn.mp3");
        assertThat(text(week(), "2026-11-24-thu-ba/1700.m3u8").lines()).contains("1700/01-con-bo-hmn.mp3");
    }

    @Test
    void a_line_end_in_a_title_makes_no_line_of_a_playlist() throws Exception {
        var content = programme
                .play(
                        PackedProgrammes.MONDAY.atTime(5, 0),
                        programme.sound(3, "x", "Một\n/etc/passwd\r\n#EXTINF:1,Hai"))
                .content();

        assertThat(text(content, PackageFiles.M3U8).lines()).hasSize(4);
    }

    @Test
    void xspf_is_well_formed_whatever_titles_hold_and_counts_in_milliseconds() throws Exception {
        var content = programme
                .play(
                        PackedProgrammes.MONDAY.atTime(5, 0),
                        cow,
                        water,
                        programme.sound(4, "la", "Lạ \uffff & ]]>"),
                        programme.sound(5, "dai", "Dài", "vi", Duration.ofMillis(61_234), new byte[1]))
                .content();
        var xml = parsed(text(content, PackageFiles.XSPF));

        assertThat(xml.getDocumentElement().getNamespaceURI()).isEqualTo("http://xspf.org/ns/0/");
        assertThat(all(xml, "location"))
                .containsExactly(
                        "2026-11-23-thu-hai/0500/01-con-bo-hmn.mp3",
                        "2026-11-23-thu-hai/0500/02-nuoc-sach-hmn.mp3",
                        "2026-11-23-thu-hai/0500/03-la-hmn.mp3",
                        "2026-11-23-thu-hai/0500/04-dai-vi.mp3");
        assertThat(all(xml, "title")).contains("=1+1 & <b>Nước</b> sạch", "Lạ  & ]]>");
        assertThat(all(xml, "duration")).containsExactly("61000", "61000", "61000", "61234");
    }

    @Test
    void the_table_calculates_nothing_and_has_a_row_for_each_thing() throws Exception {
        var rows = new ArrayList<List<String>>();
        var table = text(week(), PackageFiles.CSV);
        Csv.read(table.substring(1), ',', row -> rows.add(row.fields()));

        assertThat(table).startsWith(Csv.MARK);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1))
                .containsExactly(
                        "1",
                        "2026-11-23",
                        "05:30-06:00",
                        "05:30:00",
                        "05:31:01",
                        "1:01",
                        "Con bò, \"của\" nhà ông Páo",
                        "Tiểu phẩm",
                        "Tiếng Mông",
                        "Thường",
                        "2026-11-23-thu-hai/0530/01-con-bo-hmn.mp3",
                        cow.sha256());
        assertThat(rows.get(2).get(6)).isEqualTo("'=1+1 & <b>Nước</b> sạch");
    }

    @Test
    void json_says_of_each_file_where_it_is_and_how_to_check_it() throws Exception {
        try (var reader = Jsons.reader(new StringReader(text(week(), PackageFiles.JSON)))) {
            var written = reader.readObject();
            var slot = written.getJsonArray("slots").getJsonObject(0);
            var file = slot.getJsonArray("items").getJsonObject(0).getJsonObject("file");

            assertThat(written.getString("format")).isEqualTo("loa-package");
            assertThat(written.isNull("since")).isTrue();
            assertThat(slot.getString("begins")).isEqualTo("2026-11-23T05:30+07:00");
            assertThat(file.getString("path")).isEqualTo("2026-11-23-thu-hai/0530/01-con-bo-hmn.mp3");
            assertThat(file.getBoolean("included")).isTrue();
            assertThat(file.getString("sha256")).isEqualTo(cow.sha256());
        }
    }

    @Test
    void the_calendar_says_when_the_programme_was_made_and_not_when_it_was_packed() throws Exception {
        assertThat(text(week(), PackageFiles.CALENDAR))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains(
                        "DTSTAMP:20261120T010203Z\r\n",
                        "UID:" + PortalIdentity.name(PackedProgrammes.NAME, "20261123T053000") + "\r\n",
                        "SEQUENCE:7\r\n");
    }

    @Test
    void the_leaflet_tells_in_vietnamese_how_to_check_with_the_key_of_the_portal() throws Exception {
        var key = PackedProgrammes.KEY.id();

        assertThat(text(week(), PackageFiles.READ_ME))
                .startsWith("\ufeffLịch phát thanh xã Lũng Nặm\r\n")
                .contains(
                        "openssl pkeyutl -verify -pubin -inkey loa-" + key
                                + ".pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig\r\n",
                        "https://loa.example.vn/api/v1/package-keys/" + key + ".pem")
                .doesNotContain("{0}", "null")
                .doesNotContainPattern("[^\r]\n");
    }

    @Test
    void a_usual_week_is_printed_on_one_sheet_with_all_letters_of_vietnamese() throws Exception {
        week("Gửi em ở cuối dòng sông ");
        try (var sheet = Loader.loadPDF(ProgrammeSheet.of(programme.content()).pdf())) {
            assertThat(sheet.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(sheet).replaceAll("\\s+", " "))
                    .contains(
                            "Lịch phát thanh xã Lũng Nặm",
                            "hật, 29/11/2026",
                            "Gửi em ở cuối dòng sông 4 (Mông*)\u00a0· 1:01")
                    .containsOnlyOnce("bản thay thế tạm");
            assertThat(smallest(sheet)).isGreaterThanOrEqualTo(9);
        }
    }

    @Test
    void a_week_of_long_names_is_printed_on_one_sheet_too_with_its_days_side_by_side() throws Exception {
        week("Gửi em ở cuối dòng sông: nước sạch về bản xa, nơi chưa có đường, phần thứ ");
        try (var sheet = Loader.loadPDF(ProgrammeSheet.of(programme.content()).pdf())) {
            assertThat(sheet.getNumberOfPages()).isEqualTo(1);
            assertThat(sheet.getPage(0).getMediaBox().getWidth())
                    .isGreaterThan(sheet.getPage(0).getMediaBox().getHeight());
            assertThat(new PDFTextStripper().getText(sheet).replaceAll("\\s+", " "))
                    .contains("05:30:00", "17:34:04", "17:30:00 Gửi em", "…\u00a0(Mông*)\u00a01:01")
                    .contains("hật,");
            assertThat(smallest(sheet)).isGreaterThanOrEqualTo(7);
        }
        assertThat(text(programme.content(), PackageFiles.READ_ME)).contains("lịch một trang để in");
    }

    @Test
    void names_without_end_are_shortened_before_anything_goes_to_a_second_sheet() throws Exception {
        for (var day = 0; day < 7; day++) {
            for (var hour : List.of(5, 17)) {
                programme.play(
                        PackedProgrammes.MONDAY.plusDays(day).atTime(hour, 30),
                        IntStream.range(0, 8)
                                .mapToObj(i -> programme.sound(
                                        i, "skit-" + i, "Nước sạch về bản xa, nơi chưa có đường, ".repeat(5) + i))
                                .toArray(StationSound[]::new));
            }
        }
        try (var sheet = Loader.loadPDF(ProgrammeSheet.of(programme.content()).pdf())) {
            assertThat(sheet.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(sheet))
                    .as("what is heard in which language, and how long it lasts, stays")
                    .contains("(Mông)\u00a01:01");
            assertThat(smallest(sheet)).isGreaterThanOrEqualTo(7);
        }
    }

    @Test
    void a_week_of_many_short_things_and_emergencies_is_printed_on_one_sheet_and_emergencies_have_one_heading()
            throws Exception {
        for (var day = 0; day < 7; day++) {
            var date = PackedProgrammes.MONDAY.plusDays(day);
            if (day == 4) {
                for (var minute = 0; minute < 12; minute++) {
                    programme.press(
                            date.atTime(2, 19 + minute), programme.sound(90, "khan", "Cảnh báo lũ quét đêm nay"));
                }
            }
            for (var hour : List.of(5, 17)) {
                programme.play(
                        date.atTime(hour, 30),
                        IntStream.range(0, 9)
                                .mapToObj(i -> programme.sound(i, "skit-" + i, "Con bò của nhà ông Páo, phần " + i))
                                .toArray(StationSound[]::new));
            }
        }
        try (var sheet = Loader.loadPDF(ProgrammeSheet.of(programme.content()).pdf())) {
            assertThat(sheet.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(sheet))
                    .contains("02:19:00", "02:30:00")
                    .doesNotContain("02:19 – 02:20")
                    .containsOnlyOnce("Ngoài khung giờ");
            assertThat(smallest(sheet)).isGreaterThanOrEqualTo(7);
        }
    }

    /** Ten things each day. */
    private void week(String name) {
        for (var day = 0; day < 7; day++) {
            for (var hour : List.of(5, 17)) {
                programme.play(
                        PackedProgrammes.MONDAY.plusDays(day).atTime(hour, 30),
                        IntStream.range(0, 5)
                                .mapToObj(i -> PackedProgrammes.standIn(programme.sound(i, "skit-" + i, name + i)))
                                .toArray(StationSound[]::new));
            }
        }
    }

    /** The size of the smallest letter. */
    private static float smallest(PDDocument sheet) throws IOException {
        var sizes = new ArrayList<Float>();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                sizes.add(text.getFontSizeInPt());
            }
        }.getText(sheet);
        return Collections.min(sizes);
    }

    @Test
    void what_is_too_much_for_one_sheet_goes_on_and_letters_that_nobody_has_do_not_stop_it() throws Exception {
        for (var hour = 0; hour < 8; hour++) {
            programme.play(
                    PackedProgrammes.MONDAY.atTime(hour, 0),
                    IntStream.range(0, 28)
                            .mapToObj(i -> programme.sound(i, "skit-" + i, "Một 🙂 កម្ពុជា " + "dài".repeat(20)))
                            .toArray(StationSound[]::new));
        }
        try (var sheet = Loader.loadPDF(ProgrammeSheet.of(programme.content()).pdf())) {
            assertThat(sheet.getNumberOfPages()).isGreaterThan(1);
            assertThat(new PDFTextStripper().getText(sheet)).contains("07:27:27", "1/" + sheet.getNumberOfPages());
            assertThat(smallest(sheet)).isGreaterThanOrEqualTo(9);
            for (var page = 2; page <= sheet.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(sheet))
                        .as("page " + page + " says which day goes on")
                        .contains("Thứ Hai, 23/11/2026 (tiếp)");
            }
            assertThat(text(programme.content(), PackageFiles.READ_ME))
                    .as("says what is true")
                    .contains("lịch " + sheet.getNumberOfPages() + " trang để in");
        }
    }

    private static Document parsed(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> all(Document xml, String name) {
        var found = xml.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
