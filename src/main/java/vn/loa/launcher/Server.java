package vn.loa.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * Starts the application in Payara Micro against a database and a Solr that run already. This is the main class wherever the portal
 * serves people, and also what {@link Main} starts in a process of its own. It looks at the settings first, because
 * the application server itself would go on running, with nothing to serve and pages of stack traces, after a wrong one.
 */
public final class Server {
    private static final String IO_STRATEGY = "org.glassfish.grizzly.strategies.LeaderFollowerNIOStrategy";

    /**
     * In bytes. The server queues up to four of these for a client that is slow to take its answer. Left to itself it takes the size of
     * the system's buffer instead, which is 2.5 MB between processes of one machine: thirty slow phones behind a proxy
     * filled the heap.
     */
    private static final int WRITE_BUFFER = 64 * 1024;

    /** In bytes. Somebody who asks for something very long gets an answer of ours, not of the server; the proxy takes no longer ones. */
    private static final int LONGEST_HEADER = 32 * 1024;

    /** How the one sentence begins that says why the portal does not start. */
    static final String REFUSED = "Loa cannot start: ";

    private Server() {}

    /**
     * @param args the war, and a folder for temporary files of the server, which is emptied
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        try {
            Path war = Path.of(args[0]);
            Settings settings = Settings.read(System.getProperties(), System.getenv(), false);
            ApplicationSettings.require(new Settings.Source(System.getProperties(), System.getenv()), war);
            check(settings, war);
            publish(settings, System.getProperties());
            List<String> options = options(settings, war, emptied(Path.of(args[1])));
            Doorkeeper starting = Doorkeeper.open(settings.bind(), settings.port(), war);
            try {
                startPayara(options.toArray(String[]::new));
            } finally {
                starting.close();
            }
            listen();
            requireDeployed(settings);
            System.out.println("Loa answers at http://" + settings.reachableBind() + ":" + settings.port() + "/");
        } catch (StartRefused e) {
            System.err.println(REFUSED + e.getMessage());
            System.exit(1);
        }
    }

    private static void check(Settings settings, Path war) {
        FreePort.require(settings.bind(), settings.port());
        DataFolder.requireWritable(settings.data());
        Database database = settings.database()
                .orElseThrow(() -> new StartRefused(
                        "LOA_DATABASE_URL is not set; it names the database, such as jdbc:postgresql://host/loa."));
        if (settings.solr().isEmpty()) {
            throw new StartRefused("LOA_SOLR_URL is not set; it names the core, such as http://host:8983/solr/loa.");
        }
        DatabaseCheck.require(database, war);
    }

    /** Hands the settings on in one spelling, with their defaults and with the secrets that stood in files. */
    private static void publish(Settings settings, Properties properties) {
        properties.setProperty("loa.port", Integer.toString(settings.port()));
        properties.setProperty("loa.bind", settings.bind());
        properties.setProperty("loa.data", settings.data().toString());
        properties.setProperty("loa.log", settings.log());
        properties.setProperty("loa.sample", Boolean.toString(settings.sample()));
        settings.bucket().ifPresent(bucket -> {
            properties.setProperty("loa.s3.access.key", bucket.accessKey());
            properties.setProperty("loa.s3.secret.key", bucket.secretKey());
        });
        settings.solr().ifPresent(url -> properties.setProperty("loa.solr.url", url));
        settings.database().ifPresent(database -> {
            properties.setProperty("loa.database.url", database.url());
            properties.setProperty("loa.database.user", database.user());
            properties.setProperty("loa.database.password", database.password());
        });
    }

    private static List<String> options(Settings settings, Path war, Path work) {
        return List.of(
                "--rootdir",
                work.resolve("payara").toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                preboot(settings, work).toString(),
                "--logproperties",
                logging(work).toString(),
                "--deploy",
                war.toString(),
                "--contextroot",
                "/");
    }

    /**
     * What Payara Micro has no option for: not to listen before everything is there, the interface to listen on, and silence about itself. Its X-Frame-Options would
     * forbid embedding everywhere; the application says page by page who may embed it. The thread that notices a request also
     * answers it, while another takes over the noticing: handing each request from thread to thread took a third of the processor
     * time of a page from memory.
     */
    private static Path preboot(Settings settings, Path work) {
        String network = "set configs.config.server-config.network-config.";
        String http = network + "protocols.protocol.http-listener.http.";
        String listener = network + "network-listeners.network-listener.http-listener.";
        try {
            return Files.writeString(
                    work.resolve("preboot.txt"),
                    String.join(
                            "\n",
                            listener + "address=" + settings.bind(),
                            listener + "port=" + settings.port(),
                            listener + "enabled=false",
                            http + "xframe-options=false",
                            http + "header-buffer-length-bytes=" + LONGEST_HEADER,
                            http + "server-header=false",
                            http + "xpowered-by=false",
                            network + "transports.transport.tcp.io-strategy=" + IO_STRATEGY,
                            network + "transports.transport.tcp.socket-write-buffer-size=" + WRITE_BUFFER,
                            ""));
        } catch (IOException e) {
            throw new StartRefused("The folder for temporary files " + work + " cannot be written.", e);
        }
    }

    private static Path logging(Path work) {
        Path file = work.resolve("logging.properties");
        try (InputStream in = Objects.requireNonNull(Server.class.getResourceAsStream("logging.properties"))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new StartRefused("The folder for temporary files " + work + " cannot be written.", e);
        }
    }

    private static Path emptied(Path work) {
        try {
            Files.createDirectories(work);
            Folders.delete(work.resolve("payara"));
            return work;
        } catch (IOException e) {
            throw new StartRefused("The folder for temporary files " + work + " cannot be written.", e);
        }
    }

    /** Payara Micro is found at run time only, so that nothing here is compiled against it. */
    private static void startPayara(String[] options) throws ReflectiveOperationException {
        try {
            Class.forName("fish.payara.micro.PayaraMicro")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) options);
        } catch (InvocationTargetException e) {
            throw new StartRefused("The application server failed: " + e.getCause(), e);
        }
    }

    /**
     * Opens the port, now that the application is there: while it is taken in, Payara answers whoever asks by an error of its own. It has a command for
     * that which it lets nobody give who does not run several of it, so the command is given to the server within.
     */
    private static void listen() throws ReflectiveOperationException {
        Object payara = Class.forName("fish.payara.micro.PayaraMicro")
                .getMethod("getInstance")
                .invoke(null);
        Object runtime = payara.getClass().getMethod("getRuntime").invoke(payara);
        Field within = runtime.getClass().getDeclaredField("runtime");
        within.setAccessible(true);
        Object server = within.get(runtime);
        Class<?> embeddable = Class.forName(
                "org.glassfish.embeddable.GlassFish", true, runtime.getClass().getClassLoader());
        Object runner = embeddable.getMethod("getCommandRunner").invoke(server);
        Class<?> commands = Class.forName(
                "org.glassfish.embeddable.CommandRunner",
                true,
                runtime.getClass().getClassLoader());
        Object result = commands.getMethod("run", String.class, String[].class).invoke(runner, "set", new String[] {
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.enabled=true"
        });
        Class<?> results = Class.forName(
                "org.glassfish.embeddable.CommandResult",
                true,
                runtime.getClass().getClassLoader());
        if (!"SUCCESS".equals(String.valueOf(results.getMethod("getExitStatus").invoke(result)))) {
            throw new StartRefused("The portal cannot listen: "
                    + results.getMethod("getOutput").invoke(result));
        }
    }

    private static void requireDeployed(Settings settings) {
        String address = "http://" + settings.reachableBind() + ":" + settings.port() + "/health/live";
        if (Http.get(address).status() != 200) {
            throw new StartRefused("The application could not be deployed: "
                    + LogLine.lastCause().orElse("the log above says why") + ".");
        }
    }
}
