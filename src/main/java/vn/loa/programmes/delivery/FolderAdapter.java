package vn.loa.programmes.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import vn.loa.common.WantOfRoom;

/**
 * Puts files into a folder of this machine, below the one that the operator has named. Each is written under another name first and then gets its own, so that whoever watches the folder never sees half a file.
 */
final class FolderAdapter implements DeliveryAdapter {
    /** How a file is called that is being written; nobody else's begins so. */
    private static final String BEGUN = ".loa-";

    private static final int PIECE = 1 << 16;

    @Override
    public void deliver(Shipment shipment, Connection to, Progress sent, Pace pace) throws NotDelivered, IOException {
        for (var file : shipment.files()) {
            pace.next();
            var folder = within(to, file.folder());
            var target = folder.resolve(file.name());
            if (!file.lasting() || !isThere(target, file)) {
                put(file, folder, target, pace);
                sent.sent(file.bytes());
            }
        }
    }

    @Override
    public void tryOut(Connection to) throws NotDelivered, IOException {
        var folder = within(to, "");
        try {
            Files.delete(Files.createTempFile(folder, BEGUN, ""));
        } catch (FileSystemException e) {
            throw refused(e);
        }
    }

    private static boolean isThere(Path target, ShippedFile file) throws IOException {
        return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && Files.size(target) == file.bytes();
    }

    /** A folder of the target, made if it is not there. Links lead nowhere else: what it is in the end must lie below the operator's folder. */
    private static Path within(Connection to, String folder) throws NotDelivered, IOException {
        var root = to.root().orElseThrow(() -> new NotDelivered(Obstacle.NO_FOLDER, "LOA_DELIVERY_FOLDER"));
        try {
            var real = root.toRealPath();
            var at = real;
            for (var segment : (to.address() + "/" + folder).split("/")) {
                if (segment.isEmpty()) {
                    continue;
                }
                at = at.resolve(segment);
                if (Files.notExists(at)) {
                    Files.createDirectory(at);
                }
                at = at.toRealPath();
                if (!at.startsWith(real)) {
                    throw new NotDelivered(Obstacle.NO_FOLDER, to.address());
                }
            }
            return at;
        } catch (FileSystemException e) {
            throw refused(e);
        }
    }

    private static void put(ShippedFile file, Path folder, Path target, Pace pace) throws NotDelivered, IOException {
        var begun = folder.resolve(BEGUN + file.name());
        try (var content = file.content().open()) {
            try (var channel = FileChannel.open(
                    begun,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS)) {
                copy(content, Channels.newOutputStream(channel), pace);
                channel.force(true);
            } catch (FileSystemException e) {
                throw refused(e);
            }
            move(begun, target);
        } catch (IOException e) {
            Files.deleteIfExists(begun);
            if (WantOfRoom.explains(e)) {
                throw new NotDelivered(Obstacle.NO_ROOM, "", e);
            }
            throw e;
        }
    }

    /** A folder may lie at the end of a slow line. */
    private static void copy(InputStream from, OutputStream to, Pace pace) throws IOException {
        var piece = new byte[PIECE];
        for (var n = from.read(piece); n >= 0; n = from.read(piece)) {
            to.write(piece, 0, n);
            pace.moved(n);
            pace.giveWay();
        }
    }

    private static void move(Path begun, Path target) throws IOException {
        try {
            Files.move(begun, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // Some file systems of networks say so even within one folder.
            Files.move(begun, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static NotDelivered refused(FileSystemException e) {
        return WantOfRoom.explains(e)
                ? new NotDelivered(Obstacle.NO_ROOM, "", e)
                : new NotDelivered(Obstacle.NO_FOLDER, e.getClass().getSimpleName(), e);
    }
}
