package vn.loa.programmes.delivery;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import com.jcraft.jsch.SftpProgressMonitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts files into a folder of a server by SFTP. Each is written under another name first and then gets its own, so that whoever watches the folder never sees half a file.
 */
final class SftpAdapter implements DeliveryAdapter {
    /** How a file is called that is being written; nobody else's begins so. */
    private static final String BEGUN = ".loa-";

    private static final Logger LOG = System.getLogger(SftpAdapter.class.getName());

    @Override
    public void deliver(Shipment shipment, Connection to, Progress sent, Pace pace) throws NotDelivered, IOException {
        try (var session = SftpSession.open(to, pace)) {
            var files = session.files();
            var root = root(to);
            var there = new HashSet<String>();
            for (var file : shipment.files()) {
                pace.next();
                var folder = folder(root, file.folder(), files, there);
                if (!file.lasting() || !isThere(folder + file.name(), file, files)) {
                    put(file, folder + BEGUN + file.name(), files, pace);
                    rename(folder + BEGUN + file.name(), folder + file.name(), files);
                    sent.sent(file.bytes());
                }
            }
        } catch (SftpException e) {
            throw told(e, pace);
        }
    }

    private static void put(ShippedFile file, String path, ChannelSftp files, Pace pace)
            throws SftpException, IOException {
        var moving = new Moving(pace);
        try (var content = file.content().open()) {
            files.put(content, path, moving);
        }
        var pressed = moving.pressed;
        if (pressed != null) {
            discard(path, files);
            throw pressed;
        }
    }

    /** Who is in a hurry does not wait for it: whoever sends the file again writes over it. */
    private static void discard(String path, ChannelSftp files) {
        try {
            files.rm(path);
        } catch (SftpException e) {
            LOG.log(Level.DEBUG, "Half a file stays there: " + path, e);
        }
    }

    @Override
    public void tryOut(Connection to) throws NotDelivered, IOException {
        var pace = Pace.ofTrial();
        try (var session = SftpSession.open(to, pace)) {
            var files = session.files();
            var trial = folder(root(to), "", files, new HashSet<>()) + BEGUN + "thu";
            files.put(new ByteArrayInputStream(new byte[0]), trial);
            files.rm(trial);
        } catch (SftpException e) {
            throw told(e, pace);
        }
    }

    /** Where the address leads, ending with a slash; empty for where one is after signing in. */
    private static String root(Connection to) {
        var path = URI.create(to.address()).getPath().replaceAll("/+$", "");
        return path.isEmpty() ? "" : path + "/";
    }

    /** Makes folders that are not there. @return it, ending with a slash, or empty */
    private static String folder(String root, String below, ChannelSftp files, Set<String> there) throws SftpException {
        var at = new StringBuilder(root.startsWith("/") ? "/" : "");
        for (var segment : (root + below).split("/")) {
            if (!segment.isEmpty()) {
                at.append(segment);
                if (there.add(at.toString())) {
                    make(at.toString(), files);
                }
                at.append('/');
            }
        }
        return at.toString();
    }

    private static void make(String folder, ChannelSftp files) throws SftpException {
        try {
            files.stat(folder);
        } catch (SftpException e) {
            if (e.id != ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                throw e;
            }
            files.mkdir(folder);
        }
    }

    private static boolean isThere(String path, ShippedFile file, ChannelSftp files) throws SftpException {
        var size = size(path, files);
        return size.isPresent() && size.getAsLong() == file.bytes();
    }

    /** In bytes; empty when it is not there. */
    private static OptionalLong size(String path, ChannelSftp files) throws SftpException {
        try {
            return OptionalLong.of(files.stat(path).getSize());
        } catch (SftpException e) {
            if (e.id != ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                throw e;
            }
            return OptionalLong.empty();
        }
    }

    /** At once where the server can (OpenSSH); others rename to nothing that is there. */
    static void rename(String from, String to, ChannelSftp files) throws SftpException {
        try {
            files.rename(from, to);
        } catch (SftpException e) {
            // A disk without room, for example, is told in the same way: then nothing is there to give way.
            if (e.id != ChannelSftp.SSH_FX_FAILURE || size(to, files).isEmpty()) {
                throw e;
            }
            files.rm(to);
            files.rename(from, to);
        }
    }

    /** What servers say besides a number is for people. */
    private static NotDelivered told(SftpException e, Pace pace) {
        if (pace.isOver()) {
            return new NotDelivered(Obstacle.TIMEOUT, "", e);
        }
        var said = String.valueOf(e.getMessage());
        return switch (e.id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE, ChannelSftp.SSH_FX_PERMISSION_DENIED ->
                new NotDelivered(Obstacle.NO_FOLDER, said, e);
            case ChannelSftp.SSH_FX_NO_CONNECTION, ChannelSftp.SSH_FX_CONNECTION_LOST ->
                new NotDelivered(Obstacle.UNREACHABLE, said, e);
            default ->
                said.contains("space") || said.contains("quota")
                        ? new NotDelivered(Obstacle.NO_ROOM, said, e)
                        : e.getCause() instanceof IOException
                                ? new NotDelivered(Obstacle.UNREACHABLE, said, e)
                                : new NotDelivered(Obstacle.SERVER_FAULT, said, e);
        };
    }

    /** Tells of what goes, and ends it when something urgent waits. */
    private static final class Moving implements SftpProgressMonitor {
        private final Pace pace;
        private @Nullable GaveWay pressed;

        Moving(Pace pace) {
            this.pace = pace;
        }

        @Override
        public void init(int op, String from, String to, long most) {}

        @Override
        public boolean count(long bytes) {
            pace.moved(bytes);
            try {
                pace.giveWay();
            } catch (GaveWay urgent) {
                pressed = urgent;
            }
            return pressed == null;
        }

        @Override
        public void end() {}
    }
}
