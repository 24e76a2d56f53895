package vn.loa.programmes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderAdapterTest {
    private final FolderAdapter adapter = new FolderAdapter();

    @TempDir
    private Path machine;

    private Path root;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectory(machine.resolve("root"));
    }

    @Test
    void files_are_whole_and_nothing_else_is_left() throws Exception {
        Shipments.deliver(adapter, Shipments.of(1, "{\"one\":1}"), to("loa/xa"));
        var again = Shipments.deliver(adapter, Shipments.of(2, "{}"), to("loa/xa"));

        assertThat(files(root))
                .containsExactlyInAnyOrder("loa/xa/" + Shipments.SOUND_PATH, "loa/xa/" + Shipments.PROGRAMME_PATH);
        assertThat(root.resolve("loa/xa").resolve(Shipments.SOUND_PATH)).hasBinaryContent(Shipments.SOUND);
        assertThat(root.resolve("loa/xa").resolve(Shipments.PROGRAMME_PATH)).hasContent("{}");
        assertThat(again).as("the sound is there already").isEqualTo(2);
    }

    @Test
    void a_file_that_is_watched_is_never_half() throws Exception {
        var programme = Shipments.of(1, "{}").files().get(1);
        var torn = new ShippedFile(programme.path(), programme.type(), 2, programme.sha256(), false, () -> {
            throw new IOException("torn");
        });
        var whole = Shipments.of(1, "{}");
        Shipments.deliver(adapter, whole, to("loa"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Shipments.deliver(
                        adapter,
                        new Shipment("01393", "2026-W48", 2, false, List.of(torn), whole.signer()),
                        to("loa")));

        assertThat(root.resolve("loa").resolve(Shipments.PROGRAMME_PATH)).hasContent("{}");
        assertThat(files(root)).hasSize(2).noneMatch(file -> file.contains(".loa-"));
    }

    @Test
    void what_is_under_way_gives_way_in_the_middle_of_a_file_and_leaves_no_half_of_it() throws Exception {
        assertThatExceptionOfType(GaveWay.class)
                .isThrownBy(() -> Shipments.deliverPressed(adapter, Shipments.of(7, "{}"), to("loa")));

        assertThat(files(root)).isEmpty();
    }

    @Test
    void nothing_is_put_where_a_link_leads_out_of_the_folder() throws Exception {
        var outside = Files.createDirectory(machine.resolve("outside"));
        Files.createSymbolicLink(root.resolve("loa"), outside);

        assertThat(refused(to("loa")).why()).isEqualTo(Obstacle.NO_FOLDER);
        assertThat(files(outside)).isEmpty();
    }

    @Test
    void without_a_folder_of_the_operator_nothing_is_put_anywhere() {
        var none = Shipments.to(TargetKind.FOLDER, "loa", "", "", "", null);
        assertThat(refused(none).why()).isEqualTo(Obstacle.NO_FOLDER);
        var gone = Shipments.to(TargetKind.FOLDER, "loa", "", "", "", machine.resolve("gone"));
        assertThat(refused(gone).why()).isEqualTo(Obstacle.NO_FOLDER);
    }

    @Test
    void a_trial_leaves_nothing() throws Exception {
        adapter.tryOut(to("loa"));

        assertThat(files(root)).isEmpty();
    }

    private Connection to(String folder) {
        return Shipments.to(TargetKind.FOLDER, folder, "", "", "", root);
    }

    private NotDelivered refused(Connection to) {
        try {
            Shipments.deliver(adapter, Shipments.of(7, "{}"), to);
        } catch (NotDelivered refused) {
            return refused;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("It was taken");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
