package vn.loa.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Makes the names of folders, and those of the files in them, survive a loss of power. */
public final class DurableFolder {
    private DurableFolder() {}

    /** Makes a folder and those before it; all their names survive when this returns. */
    public static void make(Path folder) throws IOException {
        var absolute = folder.toAbsolutePath();
        var made = new ArrayList<Path>(List.of(absolute));
        for (var parent = absolute.getParent(); parent != null && !Files.isDirectory(parent); ) {
            made.add(parent);
            parent = parent.getParent();
        }
        Files.createDirectories(absolute);
        for (var each : made) {
            var parent = each.getParent();
            if (parent != null) {
                force(parent);
            }
        }
    }

    /** Makes the names in a folder survive, where folders can be opened. */
    public static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
