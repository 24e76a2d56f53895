package vn.loa.archive;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
    private static final Logger LOG = System.getLogger(ArchiveSettings.class.getName());
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

    /** Whether this node does work for which nobody waits. */
    boolean hasWorkers() {
        return workers > 0;
    }

    /**
     * Names of folders, in order: those of the folder that is set up, or of one in it.
     *
     * @param within name of one in it; empty for itself
     */
    List<String> folders(String within) {
        if (folder.isEmpty()) {
            return List.of();
        }
        try (var inside = Files.list(folder.get().resolve(within))) {
            return inside.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .map(each -> String.valueOf(each.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "The folder for archives cannot be read: " + unreadable);
            return List.of();
        }
    }

    /** Where a folder lies that {@link ServerFolders} has found. @throws ArchiveRefused when this node has no such folder */
    Path folder(String name) {
        return folder.map(set -> set.resolve(name))
                .filter(there -> Files.isDirectory(there, LinkOption.NOFOLLOW_LINKS))
                .orElseThrow(() -> new ArchiveRefused(Problem.GONE, name));
    }
}
