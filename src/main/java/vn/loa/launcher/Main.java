package vn.loa.launcher;

import java.nio.file.Path;

/**
 * Starts the portal with all it needs on this machine and stays until it is told to stop: the command {@code mvn -Prun}. Argument:
 * the folder of the project, which must be built.
 */
public final class Main {
    private Main() {}

    /**
     * @param args the folder of the project
     */
    public static void main(String[] args) {
        Launch launch;
        try {
            launch = Launch.prepare(Path.of(args[0]), System.getProperties(), System.getenv(), System.out::println);
        } catch (StartRefused e) {
            refuse(e.getMessage());
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(launch::close, "loa-stop"));
        try {
            System.out.println("Loa is starting; its data and logs are in " + launch.data());
            launch.start();
            System.gc();
            if (!launch.isClosed()) {
                System.out.println("Loa is ready: " + launch.address());
            }
        } catch (StartRefused e) {
            if (!launch.isClosed()) {
                refuse(e.getMessage());
            }
        }
        refuse(launch.awaitBroken());
    }

    /** Ends the process; the shutdown hook stops what runs. */
    private static void refuse(String sentence) {
        System.err.println(Server.REFUSED + sentence);
        System.exit(1);
    }
}
