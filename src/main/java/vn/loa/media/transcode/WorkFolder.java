package vn.loa.media.transcode;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import vn.loa.media.sandbox.Sandbox;
import vn.loa.media.transcode.Failure.Reason;

/**
 * A folder for the files of one act, all of which have names of our own. Closing it deletes whatever was not moved out of it.
 */
final class WorkFolder implements AutoCloseable {
    private static final Logger LOG = System.getLogger(WorkFolder.class.getName());

    private final Path folder;
    private final Path target;
    private final Source source;

    private WorkFolder(Path folder, Path target, Source source) {
        this.folder = folder;
        this.target = target;
        this.source = source;
    }

    /**
     * @param target where finished files go, and below which this one is made, so that moving is a matter of names
     * @throws TranscodingFailed if it cannot be made
     */
    static WorkFolder in(Path target, Source source) {
        try {
            var real = target.toRealPath();
            var foreign = new Source(source.file().toRealPath(), source.format());
            return new WorkFolder(Files.createTempDirectory(real, "work-"), real, foreign);
        } catch (IOException e) {
            throw new TranscodingFailed(Reason.NO_SPACE, "No folder to work in: " + e);
        }
    }

    Path path() {
        return folder;
    }

    /** What is read here under the name {@link Sandbox#SOURCE}. */
    Source source() {
        return source;
    }

    /** How many bytes more can be written here. */
    long room() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new TranscodingFailed(Reason.CRASHED, "The room in the folder to work in cannot be told: " + e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Makes a file of this folder a finished one. */
    Path finish(String name) {
        try {
            return Files.move(file(name), target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TranscodingFailed(Reason.NO_SPACE, "A finished file cannot be moved: " + e);
        }
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // What was made is made: the sweeper of work folders comes later.
            LOG.log(Level.WARNING, "Temporary files stay in " + folder, e);
        }
    }
}
