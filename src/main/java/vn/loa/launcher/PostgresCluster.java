package vn.loa.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The data of the launcher's own PostgreSQL.
 *
 * @param home where PostgreSQL's programs are
 * @param folder where the data is or shall be
 * @param passwordFile where the password of {@link #USER} is kept, readable for the owner only
 */
record PostgresCluster(Path home, Path folder, Path passwordFile) {
    /** The owner of the database. */
    static final String USER = "loa";

    /** Texts sort as Vietnamese does unless a query says otherwise. */
    static final List<String> KIND = List.of(
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=icu",
            "--icu-locale=vi",
            "--data-checksums",
            "--no-instructions");

    /**
     * How to call one of PostgreSQL's programs. It refuses to run as root; in a user namespace of its own, root is nobody in
     * particular, while the files stay root's.
     */
    List<String> command(String program) {
        String file = home.resolve("bin").resolve(program).toString();
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U", file) : List.of(file);
    }

    /** Makes an empty cluster with a fresh password, unless there is one. */
    void createIfMissing(Path log) {
        if (Files.exists(folder.resolve("PG_VERSION"))) {
            return;
        }
        try {
            Folders.delete(folder);
            writePassword();
            Files.createDirectories(log.getParent());
            initialise(log);
        } catch (IOException e) {
            throw new StartRefused("PostgreSQL cannot create its data in " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private void initialise(Path log) throws IOException {
        // Under another name first: an interrupted start leaves no half-made cluster.
        Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
        Folders.delete(partial);
        List<String> command = new ArrayList<>(command("initdb"));
        command.addAll(List.of("-D", partial.toString(), "-U", USER, "--pwfile=" + passwordFile));
        command.addAll(KIND);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new StartRefused("PostgreSQL cannot create its data in " + folder + ", see " + log + ".");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.", e);
        }
        Files.move(partial, folder);
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, HexFormat.of().formatHex(random));
    }

    /** The password of {@link #USER}. */
    String password() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new StartRefused("The password of the database cannot be read from " + passwordFile + ".", e);
        }
    }
}
