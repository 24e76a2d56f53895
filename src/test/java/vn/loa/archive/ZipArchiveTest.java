package vn.loa.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of an archive, and what nobody gets in by one. */
class ZipArchiveTest {
    @TempDir
    private Path folder;

    private Path zip(Charset charset, String... names) throws IOException {
        var file = folder.resolve("goi.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), charset)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private void assertRefused(Path file, Problem problem) {
        assertThatThrownBy(() -> new ZipArchive(file).close())
                .isInstanceOfSatisfying(
                        ArchiveRefused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    @Test
    void filesAreFoundByTheirNamesInAnyFormOfUnicodeAndReadToTheirEnd() throws Exception {
        var name = "âm thanh/con bò.mp3";
        var file = zip(
                StandardCharsets.UTF_8,
                "bang.csv",
                Normalizer.normalize(name, Normalizer.Form.NFD),
                "__MACOSX/._bang.csv");
        try (var archive = new ZipArchive(file)) {
            assertThat(archive.sheet().path()).isEqualTo("bang.csv");
            var found = archive.find("âm thanh\\con bò.mp3").orElseThrow();
            try (var content = archive.open(found)) {
                assertThat(content.readAllBytes()).hasSize((int) found.length());
            }
            assertThat(archive.find("khác.mp3")).isEmpty();
            assertThat(archive.hasDoubtfulNames()).isFalse();
        }
    }

    @Test
    void namesOfOldSystemsAreReadAndSaidToBeInDoubt() throws Exception {
        try (var archive = new ZipArchive(zip(Charset.forName("IBM437"), "bang.csv", "caf\u00e9.mp3"))) {
            assertThat(archive.find("caf\u00e9.mp3")).isPresent();
            assertThat(archive.hasDoubtfulNames()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x.mp3", "a/../../x.mp3", "/etc/passwd", "C:/x.mp3", "C:\\x.mp3", "..\\x.mp3", "a\nb.mp3"})
    void namesThatLeadOutOfItAreRefused(String name) throws Exception {
        assertRefused(zip(StandardCharsets.UTF_8, "bang.csv", name), Problem.UNSAFE_NAME);
    }

    @Test
    void namesThatAreTheSameForSomeMachinesAreRefused() throws Exception {
        assertRefused(zip(StandardCharsets.UTF_8, "bang.csv", "a.mp3", "A.MP3"), Problem.NAME_TWICE);
        assertRefused(
                zip(StandardCharsets.UTF_8, "bò.mp3", Normalizer.normalize("bò.mp3", Normalizer.Form.NFD)),
                Problem.NAME_TWICE);
    }

    @Test
    void linksAndEncryptedFilesAreRefused() throws Exception {
        var linked = folder.resolve("lien-ket.zip");
        try (var zip = new ZipArchiveOutputStream(linked)) {
            var entry = new ZipArchiveEntry("a.mp3");
            entry.setUnixMode(0120777);
            zip.putArchiveEntry(entry);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        assertRefused(linked, Problem.LINK);

        var locked = zip(StandardCharsets.UTF_8, "a.mp3");
        var bytes = Files.readAllBytes(locked);
        for (var at = 0; at < bytes.length - 4; at++) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && (bytes[at + 2] == 1 || bytes[at + 2] == 3)) {
                bytes[at + (bytes[at + 2] == 1 ? 8 : 6)] |= 1;
            }
        }
        Files.write(locked, bytes);
        assertRefused(locked, Problem.ENCRYPTED);
    }

    @Test
    void aPartOfAnArchiveAndAnyOtherFileAreRefused() throws Exception {
        var whole = Files.readAllBytes(zip(StandardCharsets.UTF_8, "a.mp3", "b.mp3"));
        for (var length : List.of(0, 4, 30, whole.length - 10)) {
            var part = Files.write(folder.resolve("mot-phan.zip"), Arrays.copyOf(whole, length));
            assertRefused(part, Problem.UNREADABLE_ARCHIVE);
        }
    }

    @Test
    void anArchiveThatLiesAboutItsListIsRefused() throws Exception {
        var honest = Files.readAllBytes(zip(StandardCharsets.UTF_8, "bang.csv", "a.mp3"));
        var end = honest.length - 22;
        for (var lie : List.of(
                new int[] {10, 1}, new int[] {10, 0}, new int[] {12, 10}, new int[] {12, 0}, new int[] {16, 200})) {
            var lying = honest.clone();
            lying[end + lie[0]] = (byte) lie[1];
            lying[end + lie[0] + 1] = 0;
            assertRefused(Files.write(folder.resolve("doi.zip"), lying), Problem.UNREADABLE_ARCHIVE);
        }
    }

    @Test
    void aLargeArchiveThatSaysItsListIsEmptyIsRefused() throws Exception {
        var honest = Files.readAllBytes(zip(StandardCharsets.UTF_8, "bang.csv", "a.mp3"));
        var end = honest.length - 22;
        var list = ByteBuffer.wrap(honest).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
        var lying = ByteBuffer.allocate(honest.length + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
        lying.put(honest, 0, end);
        lying.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
        lying.putInt(0).putInt(0).putLong(0).putLong(0).putLong(0).putLong(list);
        lying.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        lying.put(honest, end, 22);

        assertRefused(Files.write(folder.resolve("doi-lon.zip"), lying.array()), Problem.UNREADABLE_ARCHIVE);
    }

    @Test
    void anArchiveOfMoreFilesThanMayBeIsRefused() throws Exception {
        var file = zip(StandardCharsets.UTF_8, "bang.csv", "a.mp3", "b.mp3");

        ZipDirectory.check(file, 3, 1_000);
        for (var most : List.of(new long[] {2, 1_000}, new long[] {3, 100})) {
            assertThatThrownBy(() -> ZipDirectory.check(file, most[0], most[1]))
                    .isInstanceOfSatisfying(
                            ArchiveRefused.class,
                            refused -> assertThat(refused.problem()).isEqualTo(Problem.TOO_MANY_FILES));
        }
    }

    @Test
    void aFileThatSwellsBeyondReasonIsMarked() throws Exception {
        var file = folder.resolve("bom.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("bom.wav"));
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 32; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        try (var archive = new ZipArchive(file)) {
            assertThat(archive.find("bom.wav").orElseThrow().swollen()).isTrue();
        }
    }

    @Test
    void theSheetIsTheOneThatLiesOutermost() throws Exception {
        try (var archive = new ZipArchive(zip(StandardCharsets.UTF_8, "a/bang.csv", "x.mp3"))) {
            assertThatThrownBy(archive::sheet)
                    .isInstanceOfSatisfying(
                            ArchiveRefused.class,
                            refused -> assertThat(refused.problem()).isEqualTo(Problem.NO_SHEET));
        }
        try (var archive = new ZipArchive(zip(StandardCharsets.UTF_8, "bang.csv", "bang2.XLSX"))) {
            assertThatThrownBy(archive::sheet).hasMessage("bang.csv, bang2.XLSX");
        }
    }

    @Test
    void aFolderIsReadByNamesInAnyFormAndNeverOutsideOfIt() throws Exception {
        var inside = Files.createDirectory(folder.resolve("kho"));
        Files.writeString(folder.resolve("bi-mat.mp3"), "x");
        Files.writeString(inside.resolve("bang.csv"), "x");
        Files.writeString(inside.resolve(Normalizer.normalize("bò.mp3", Normalizer.Form.NFD)), "abc");
        Files.createSymbolicLink(inside.resolve("lien-ket.mp3"), folder.resolve("bi-mat.mp3"));
        try (var archive = new FolderArchive(inside)) {
            var found = archive.find("bò.mp3").orElseThrow();
            try (var content = archive.open(found)) {
                assertThat(content.readAllBytes()).hasSize(3);
            }
            assertThat(archive.find("../bi-mat.mp3")).isEmpty();
            assertThat(archive.find("lien-ket.mp3")).isEmpty();
            assertThat(archive.sheet().path()).isEqualTo("bang.csv");
        }
    }
}
