package vn.loa.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What the person who starts the portal may decide. Each setting has one name in two spellings, the system property
 * {@code loa.data} and the environment variable {@code LOA_DATA}; the property wins. The application reads the same names through
 * MicroProfile Config.
 *
 * @param port where the portal listens; 0 is not allowed
 * @param bind the address of the network interface it listens on
 * @param data the folder of everything that must survive a restart; absolute
 * @param log how the portal writes its log: {@code line} or {@code json}
 * @param sample whether to load the sample content when there is none yet
 * @param database a PostgreSQL that runs elsewhere; if absent the launcher starts one
 * @param bucket where the media lies in an object storage; if absent it lies in files below {@code data}
 * @param solr the address of a Solr core that runs elsewhere; if absent the launcher starts one
 * @param solrMemory how many MB of heap the Solr has that the launcher starts
 */
record Settings(
        int port,
        String bind,
        Path data,
        String log,
        boolean sample,
        Optional<Bucket> bucket,
        Optional<Database> database,
        Optional<String> solr,
        int solrMemory) {
    private static final int LEAST_SOLR_MEMORY = 64;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /**
     * Reads the settings.
     *
     * @param sampleByDefault the value of {@code loa.sample} when nobody set it
     * @throws StartRefused if a setting makes no sense, naming it
     */
    static Settings read(Properties properties, Map<String, String> environment, boolean sampleByDefault) {
        SettingNames.require(properties);
        Source source = new Source(properties, environment);
        return new Settings(
                port(source.text("loa.port").orElse("8080")),
                source.text("loa.bind").orElse("127.0.0.1"),
                folder(source.text("loa.data").orElse("data")),
                logFormat(source.text("loa.log").orElse("line")),
                source.text("loa.sample").map(text -> truth("LOA_SAMPLE", text)).orElse(sampleByDefault),
                bucket(source.text("loa.blobs").orElse("files"), source),
                source.text("loa.database.url").map(url -> database(url, source)),
                source.text("loa.solr.url").map(Settings::solrUrl),
                solrMemory(source.text("loa.solr.memory.mb").orElse("160")));
    }

    /** An address by which this machine itself reaches the portal. */
    String reachableBind() {
        return switch (bind) {
            case "0.0.0.0", "::" -> "127.0.0.1";
            default -> bind.contains(":") ? "[" + bind + "]" : bind;
        };
    }

    private static int port(String text) {
        int port = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (port < 1 || port > 65_535) {
            throw new StartRefused("LOA_PORT must be a number from 1 to 65535, but is \"" + text + "\".");
        }
        return port;
    }

    private static int solrMemory(String text) {
        int megabytes = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (megabytes < LEAST_SOLR_MEMORY || megabytes > 65_536) {
            throw new StartRefused("LOA_SOLR_MEMORY_MB must be a whole number from " + LEAST_SOLR_MEMORY
                    + " to 65536, but is \"" + text + "\".");
        }
        return megabytes;
    }

    private static Path folder(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StartRefused("LOA_DATA must name a folder, but is \"" + text + "\".", e);
        }
    }

    private static String logFormat(String text) {
        if (!text.equals("line") && !text.equals("json")) {
            throw new StartRefused("LOA_LOG must be line or json, but is \"" + text + "\".");
        }
        return text;
    }

    static boolean truth(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new StartRefused(name + " must be true or false, but is \"" + text + "\".");
        };
    }

    private static Database database(String url, Source source) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartRefused("LOA_DATABASE_URL must begin with jdbc:postgresql:, but is \"" + url + "\".");
        }
        String user = source.text("loa.database.user")
                .orElseThrow(() -> new StartRefused("LOA_DATABASE_URL is set, but LOA_DATABASE_USER is not."));
        String password = secret("loa.database.password", "loa.database.password.file", source)
                .orElse("");
        return new Database(url, user, password);
    }

    private static Optional<Bucket> bucket(String blobs, Source source) {
        return switch (blobs) {
            case "files" -> Optional.empty();
            case "s3" -> Optional.of(bucket(source));
            default -> throw new StartRefused("LOA_BLOBS must be files or s3, but is \"" + blobs + "\".");
        };
    }

    private static Bucket bucket(Source source) {
        BucketSettings.require(source);
        source.text("loa.s3.path.style").ifPresent(text -> truth("LOA_S3_PATH_STYLE", text));
        return new Bucket(
                source.text("loa.s3.bucket").orElseThrow(() -> missing("LOA_S3_BUCKET")),
                secret("loa.s3.access.key", "loa.s3.access.key.file", source)
                        .orElseThrow(() -> missing("LOA_S3_ACCESS_KEY")),
                secret("loa.s3.secret.key", "loa.s3.secret.key.file", source)
                        .orElseThrow(() -> missing("LOA_S3_SECRET_KEY")));
    }

    private static StartRefused missing(String name) {
        return new StartRefused("LOA_BLOBS is s3, but " + name + " is not set.");
    }

    /** What stands in a file goes before what stands in the setting itself. An empty file is as good as none. */
    static Optional<String> secret(String name, String fileName, Source source) {
        return source.text(fileName)
                .map(file -> secret(variable(fileName), file))
                .or(() -> source.text(name))
                .filter(secret -> !secret.isEmpty());
    }

    private static String secret(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw new StartRefused(name + " must name a readable file, but is \"" + file + "\".", e);
        }
    }

    private static String solrUrl(String url) {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new StartRefused(
                    "LOA_SOLR_URL must be the address of a Solr core such as http://solr:8983/solr/loa, but is \"" + url
                            + "\".");
        }
        return url;
    }

    /** The environment variable of the same setting, by the rule of MicroProfile Config. */
    static String variable(String name) {
        return name.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Looks a name up in both spellings; an empty value counts as none. */
    record Source(Properties properties, Map<String, String> environment) {
        Optional<String> text(String name) {
            return Optional.ofNullable(properties.getProperty(name))
                    .or(() -> Optional.ofNullable(environment.get(variable(name))))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }
    }
}
