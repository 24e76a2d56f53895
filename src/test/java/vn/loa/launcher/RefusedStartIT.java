package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedStartIT {
    @TempDir
    private Path folder;

    @Test
    void aPortThatIsNoneStopsTheStart() throws Exception {
        assertThat(refusal(Map.of("LOA_PORT", "tám nghìn")))
                .isEqualTo("Loa cannot start: LOA_PORT must be a number from 1 to 65535, but is \"tám nghìn\".");
    }

    @Test
    void aBusyPortStopsTheStart() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());

            assertThat(refusal(Map.of(
                            "LOA_PORT", port, "LOA_DATA", folder.resolve("data").toString())))
                    .startsWith("Loa cannot start: Port " + port + " of 127.0.0.1 cannot be used");
        }
    }

    @Test
    void aDataFolderThatCannotBeWrittenStopsTheStart() throws Exception {
        Path file = Files.writeString(folder.resolve("a file"), "");

        assertThat(refusal(Map.of(
                        "LOA_PORT", port(), "LOA_DATA", file.resolve("data").toString())))
                .isEqualTo(
                        "Loa cannot start: The data folder " + file.resolve("data") + " (LOA_DATA) cannot be written.");
    }

    @Test
    void aDataFolderThatAnotherLoaUsesStopsTheStart() throws Exception {
        try (DataFolder used = DataFolder.open(folder.resolve("data"))) {
            assertThat(refusal(
                            Map.of("LOA_PORT", port(), "LOA_DATA", used.path().toString())))
                    .contains("is used by another running Loa");
        }
    }

    @Test
    void aSettingOfTheApplicationThatMakesNoSenseStopsTheStart() throws Exception {
        assertThat(refusal(Map.of("LOA_PORT", port(), "LOA_INTERFACE_LANGUAGES", "vi,fr")))
                .isEqualTo(
                        "Loa cannot start: LOA_INTERFACE_LANGUAGES must name languages of the pages, each once, parted by"
                                + " commas (en, hmn, tyz, vi), but is \"vi,fr\".");
        try (Program server = Program.server(
                output(), folder.resolve("work"), Map.of("LOA_PORT", port(), "LOA_BASE_URL", "loa.example.vn"))) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.lines())
                    .singleElement()
                    .asString()
                    .startsWith("Loa cannot start: LOA_BASE_URL must be the address that people open");
        }
    }

    @Test
    void aServerWithoutADatabaseDoesNotStart() throws Exception {
        try (Program server = Program.server(output(), folder.resolve("work"), Map.of("LOA_PORT", port()))) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.lines()).singleElement().asString().contains("LOA_DATABASE_URL is not set");
        }
    }

    @Test
    void aServerWhoseDatabaseDoesNotAnswerDoesNotStart() throws Exception {
        Map<String, String> environment = Map.of(
                "LOA_PORT",
                port(),
                "LOA_DATA",
                folder.resolve("data").toString(),
                "LOA_SOLR_URL",
                "http://127.0.0.1:1/solr/loa",
                "LOA_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + port() + "/loa",
                "LOA_DATABASE_USER",
                "loa");
        try (Program server = Program.server(output(), folder.resolve("work"), environment)) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.lines())
                    .singleElement()
                    .asString()
                    .startsWith("Loa cannot start: The database jdbc:postgresql://127.0.0.1:")
                    .contains("LOA_DATABASE_URL");
        }
    }

    private String refusal(Map<String, String> environment) throws Exception {
        try (Program launcher = Program.launcher(output(), environment)) {
            assertThat(launcher.awaitEnd()).isEqualTo(1);
            List<String> lines = launcher.lines();
            assertThat(lines).hasSize(1);
            return lines.get(0);
        }
    }

    private Path output() {
        return folder.resolve("output");
    }

    private static String port() {
        return Integer.toString(FreePort.find());
    }
}
