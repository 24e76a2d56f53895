package vn.loa.archive;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.common.SchemaMigration;

/** Where archives may lie that are too large to be sent: a folder of this machine, with a folder for each. */
@ApplicationScoped
class ArchiveSettings {
    private static final int MOST = 200;

    @Inject
    @ConfigProperty(name = "loa.archive.folder")
    private Optional<Path> folder;

    @Inject
    @ConfigProperty(name = "loa.jobs.workers", defaultValue = "1")
    private int workers;

    void check(@Observes @Priority(SchemaMigration.FIRST + 10) @Initialized(ApplicationScoped.class) Object start) {
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new IllegalStateException("The setting loa.archive.folder must name a folder, not " + folder.get());
        }
    }

    boolean hasFolder() {
        return folder.isPresent();
    }

    /** Whether this node does work for which nobody waits. */
    boolean hasWorkers() {
        return workers > 0;
    }

    /** Names of the folders that may be brought in, in order. */
    List<String> folders() {
        if (folder.isEmpty()) {
            return List.of();
        }
        try (var inside = Files.list(folder.get())) {
            return inside.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .map(each -> String.valueOf(each.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** @throws ArchiveRefused when there is no such folder */
    Path folder(String name) {
        if (!folders().contains(name)) {
            throw new ArchiveRefused(Problem.GONE, name);
        }
        return folder.orElseThrow().resolve(name);
    }
}
