package vn.loa.programmes.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.catalog.StationSound;
import vn.loa.common.Sha256;

class PackageWriterTest {
    private static final long MINUTE = 60;

    @TempDir
    private Path folder;

    private final PackedProgrammes programme = new PackedProgrammes();
    private final StationSound cow = programme.sound(1, "con-bo", "Con bò của nhà ông Páo");
    private final StationSound water = programme.sound(2, "nuoc-sach", "Nước sạch về bản");
    private final StationSound loan = programme.sound(3, "vay-von", "Vay vốn");

    private PackageContent first() {
        return programme
                .play(PackedProgrammes.MONDAY.atTime(5, 30), cow, water)
                .play(PackedProgrammes.MONDAY.plusDays(2).atTime(17, 0), cow)
                .content();
    }

    @Test
    void everything_lies_in_one_folder_stored_as_it_is_with_its_size_before_it() throws Exception {
        var content = first();
        var zip = programme.written(content, folder.resolve("a.zip"));

        try (var archive = new ZipFile(zip.toFile())) {
            assertThat(archive.stream().toList()).allSatisfy(entry -> {
                assertThat(entry.getName()).startsWith(content.name() + "/");
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
            });
        }
        // Read from the beginning, as a program does that unpacks while it downloads: that needs the sizes.
        try (var stream = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                assertThat(entry.getSize()).as(entry.getName()).isEqualTo(stream.readAllBytes().length);
            }
        }
    }

    @Test
    void sounds_stand_in_the_order_in_which_they_are_played_by_name_by_time_and_in_the_archive() throws Exception {
        var zip = programme.written(first(), folder.resolve("a.zip"));

        try (var archive = new ZipFile(zip.toFile())) {
            var sounds = archive.stream()
                    .filter(entry -> entry.getName().endsWith(".mp3"))
                    .toList();
            assertThat(sounds)
                    .extracting(entry -> entry.getName().replaceFirst("^[^/]*/", ""))
                    .containsExactly(
                            "2026-11-23-thu-hai/0530/01-con-bo-hmn.mp3",
                            "2026-11-23-thu-hai/0530/02-nuoc-sach-hmn.mp3",
                            "2026-11-25-thu-tu/1700/01-con-bo-hmn.mp3")
                    .isSorted();
            assertThat(sounds).extracting(ZipEntry::getTimeLocal).isSorted().doesNotHaveDuplicates();
            assertThat(sounds.get(0).getTimeLocal().toLocalDate()).isEqualTo(PackedProgrammes.MONDAY);
        }
    }

    @Test
    void the_same_programme_and_files_are_the_same_bytes_and_others_are_another_package() throws Exception {
        var content = first();
        var again = programme.content();
        var one = programme.written(content, folder.resolve("a.zip"));
        var other = programme.written(again, folder.resolve("b.zip"));

        assertThat(again.fingerprint()).isEqualTo(content.fingerprint());
        assertThat(again.name()).isEqualTo(content.name());
        assertThat(Files.mismatch(one, other)).isEqualTo(-1);

        var changed = programme
                .play(PackedProgrammes.MONDAY.plusDays(3).atTime(5, 0), loan)
                .content();
        assertThat(changed.fingerprint()).isNotEqualTo(content.fingerprint());
        assertThat(changed.name()).as("no folder is mixed of two").isNotEqualTo(content.name());
    }

    @Test
    void every_file_is_in_the_list_of_check_sums_and_the_list_is_signed() throws Exception {
        var unpacked = PackedProgrammes.unpacked(programme.written(first(), folder.resolve("a.zip")), folder);
        var sums = Files.readAllLines(unpacked.resolve("SHA256SUMS"));

        List<Path> files;
        try (var all = Files.walk(unpacked)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("SHA256SUMS"))
                    .toList();
        }
        assertThat(sums).hasSameSizeAs(files);
        for (var file : files) {
            assertThat(sums)
                    .contains(Sha256.hex(Files.readAllBytes(file)) + "  "
                            + unpacked.relativize(file).toString().replace('\\', '/'));
        }
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder()
                        .decode(Files.readString(unpacked.resolve("loa-" + PackedProgrammes.KEY.id() + ".pem"))
                                .replaceAll("-----[^-]+-----", "")))));
        signature.update(Files.readAllBytes(unpacked.resolve("SHA256SUMS")));
        assertThat(signature.verify(Files.readAllBytes(unpacked.resolve("SHA256SUMS.sig"))))
                .isTrue();
    }

    /** With the very words of the leaflet. */
    @Test
    void the_commands_of_the_leaflet_find_out_whether_somebody_has_changed_the_package() throws Exception {
        assumeTrue(runs("openssl", "version") && runs("sha256sum", "--version"), "no openssl or no sha256sum");
        var unpacked = PackedProgrammes.unpacked(programme.written(first(), folder.resolve("a.zip")), folder);
        var commands = Files.readString(unpacked.resolve("DOC-TRUOC.txt"))
                .lines()
                .filter(line -> line.startsWith("    sha256sum") || line.startsWith("    openssl"))
                .map(String::strip)
                .toList();
        assertThat(commands)
                .hasSize(2)
                .allSatisfy(command -> assertThat(run(unpacked, command.split(" ")))
                        .as(command)
                        .isZero());
        var added = Files.readString(unpacked.resolve("DOC-TRUOC.txt"))
                .lines()
                .filter(line -> line.startsWith("    find"))
                .map(String::strip)
                .findFirst()
                .orElseThrow();
        assertThat(printed(unpacked, added)).as("nothing was added").isEmpty();
        Files.writeString(unpacked.resolve("2026-11-23-thu-hai/0530/02-noi-xau.mp3"), "slander");
        Files.writeString(unpacked.resolve("SHA256SUMS.mp3"), "slander");
        assertThat(printed(unpacked, added).lines())
                .containsExactlyInAnyOrder("./2026-11-23-thu-hai/0530/02-noi-xau.mp3", "./SHA256SUMS.mp3");

        Files.writeString(unpacked.resolve("2026-11-23-thu-hai/0530/01-con-bo-hmn.mp3"), "slander");
        assertThat(run(unpacked, commands.get(0).split(" "))).isNotZero();
        var sums = unpacked.resolve("SHA256SUMS");
        Files.writeString(sums, Files.readString(sums) + "\n");
        assertThat(run(unpacked, commands.get(1).split(" "))).isNotZero();
    }

    @Test
    void a_package_with_only_what_is_new_leads_to_what_the_station_has() throws Exception {
        var earlier = first();
        PackedProgrammes.unpacked(programme.written(earlier, folder.resolve("a.zip")), folder);
        var next = new PackedProgrammes();
        var content = next.play(
                        PackedProgrammes.MONDAY.atTime(5, 30),
                        next.sound(1, "con-bo", "Con bò của nhà ông Páo"),
                        next.sound(3, "vay-von", "Vay vốn"))
                .content(PackedProgrammes.earlier(5, earlier));
        next.spoil(cow);
        var unpacked = PackedProgrammes.unpacked(next.written(content, folder.resolve("b.zip")), folder);

        try (var archive = new ZipFile(folder.resolve("b.zip").toFile())) {
            assertThat(archive.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".mp3")))
                    .containsExactly(content.name() + "/2026-11-23-thu-hai/0530/02-vay-von-hmn.mp3");
        }
        var there = "../" + earlier.name() + "/2026-11-23-thu-hai/0530/01-con-bo-hmn.mp3";
        assertThat(Files.readAllLines(unpacked.resolve("lich-phat.m3u8"))).contains(there);
        assertThat(Files.readAllLines(unpacked.resolve("2026-11-23-thu-hai/0530.m3u8")))
                .contains("../" + there, "0530/02-vay-von-hmn.mp3");
        assertThat(Files.readString(unpacked.resolve("SHA256SUMS"))).contains(cow.sha256() + "  " + there);
        assertThat(unpacked.resolve(there)).exists();
        assertThat(Files.readString(unpacked.resolve("DOC-TRUOC.txt"))).contains(earlier.name());

        var third = new PackedProgrammes();
        var chained = third.play(
                        PackedProgrammes.MONDAY.atTime(5, 30), third.sound(1, "con-bo", "Con bò của nhà ông Páo"))
                .content(PackedProgrammes.earlier(6, content));
        assertThat(chained.items().map(PackageContent.Item::path))
                .as("where the first of the chain has brought it")
                .containsExactly(there);
        assertThat(chained.soundBytes()).isZero();
        assertThat(chained.folders()).doesNotHaveDuplicates().contains(earlier.name());
        assertThat(ReadMe.of(chained, 1)).as("where it really lies").contains(earlier.name());
    }

    @Test
    void a_sound_that_is_not_what_it_should_be_makes_no_package() {
        var content = first();
        programme.spoil(water);

        assertThatThrownBy(() -> programme.written(content, folder.resolve("a.zip")))
                .isInstanceOf(IOException.class);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static int run(Path in, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(MINUTE, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** What a command line prints in a shell, all that goes wrong included. */
    private static String printed(Path in, String line) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", line)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(MINUTE, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
