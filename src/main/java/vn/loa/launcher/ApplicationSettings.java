package vn.loa.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings that only the application reads. They are looked at here all the same: it would meet a wrong one when much runs
 * already, or only when somebody asks for the page that needs it.
 */
final class ApplicationSettings {
    private static final int SHORTEST_SECRET = 20;

    private static final Pattern LOCALITY = Pattern.compile("[0-9]{2,5}");
    private static final Pattern NETWORKS =
            Pattern.compile("[0-9a-fA-F.:]+(/[0-9]{1,3})?(\\s*,\\s*[0-9a-fA-F.:]+(/[0-9]{1,3})?)*");
    private static final Pattern TEXTS = Pattern.compile("WEB-INF/classes/messages_([a-z]+)\\.properties");

    private ApplicationSettings() {}

    /**
     * @param war where the texts of the pages are
     * @throws StartRefused if a setting makes no sense, naming it
     */
    static void require(Settings.Source source, Path war) {
        NumberSettings.require(source);
        ProviderSettings.require(source);
        source.text("loa.ffmpeg").ifPresent(ApplicationSettings::ffmpeg);
        source.text("loa.base.url").ifPresent(ApplicationSettings::publicAddress);
        source.text("loa.interface.languages").ifPresent(text -> languages(text, war));
        source.text("loa.site.locality").ifPresent(ApplicationSettings::locality);
        source.text("loa.sample.dir").ifPresent(text -> folder("LOA_SAMPLE_DIR", text));
        source.text("loa.archive.folder").ifPresent(text -> folder("LOA_ARCHIVE_FOLDER", text));
        source.text("loa.delivery.folder").ifPresent(text -> folder("LOA_DELIVERY_FOLDER", text));
        source.text("loa.delivery.networks").ifPresent(text -> networks("LOA_DELIVERY_NETWORKS", text));
        source.text("loa.sample.accounts").ifPresent(text -> Settings.truth("LOA_SAMPLE_ACCOUNTS", text));
        source.text("loa.proxies").ifPresent(text -> networks("LOA_PROXIES", text));
        source.text("loa.metrics.token").ifPresent(ApplicationSettings::token);
        source.text("loa.second.factor").ifPresent(ApplicationSettings::secondFactor);
        Settings.secret("loa.setup.secret", "loa.setup.secret.file", source)
                .ifPresent(ApplicationSettings::setupSecret);
    }

    private static void secondFactor(String text) {
        if (!Set.of("required", "offered").contains(text)) {
            throw new StartRefused("LOA_SECOND_FACTOR must be required or offered, but is \"" + text + "\".");
        }
    }

    /** Its version is asked for by the application, which runs it. */
    private static void ffmpeg(String text) {
        Path program = Path.of(text).toAbsolutePath();
        if (!Files.isExecutable(program) || !Files.isExecutable(program.resolveSibling("ffprobe"))) {
            throw new StartRefused("LOA_FFMPEG must name an ffmpeg with ffprobe beside it, but is \"" + text + "\".");
        }
    }

    /** Links of the portal begin at the root of its host, so it can be reached at nothing below. */
    private static void publicAddress(String text) {
        if (!isPublicAddress(text)) {
            throw new StartRefused(
                    "LOA_BASE_URL must be the address that people open, such as https://loa.example.vn, but is \""
                            + text + "\".");
        }
    }

    private static boolean isPublicAddress(String text) {
        try {
            URI url = new URI(text);
            return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void languages(String text, Path war) {
        List<String> wanted =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        Set<String> spoken = spoken(war);
        if (!spoken.containsAll(wanted) || new HashSet<>(wanted).size() < wanted.size()) {
            throw new StartRefused(
                    "LOA_INTERFACE_LANGUAGES must name languages of the pages, each once, parted by commas ("
                            + String.join(", ", spoken) + "), but is \"" + text + "\".");
        }
    }

    /** Vietnamese is the language of the texts that have no other. */
    private static Set<String> spoken(Path war) {
        try (JarFile archive = new JarFile(war.toFile())) {
            Set<String> spoken = archive.stream()
                    .map(entry -> TEXTS.matcher(entry.getName()))
                    .filter(matcher -> matcher.matches())
                    .map(matcher -> matcher.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            spoken.add("vi");
            return spoken;
        } catch (IOException e) {
            throw new StartRefused("The application " + war + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static void locality(String text) {
        if (!LOCALITY.matcher(text).matches()) {
            throw new StartRefused(
                    "LOA_SITE_LOCALITY must be the code of a place, two to five digits, but is \"" + text + "\".");
        }
    }

    private static void folder(String name, String text) {
        if (!Files.isDirectory(Path.of(text))) {
            throw new StartRefused(name + " must name a folder, but is \"" + text + "\".");
        }
    }

    private static void networks(String name, String text) {
        if (!NETWORKS.matcher(text).matches()) {
            throw new StartRefused(name + " must name addresses or networks such as 10.0.3.1, 172.18.0.0/16, but is \""
                    + text + "\".");
        }
    }

    private static void setupSecret(String text) {
        if (text.length() < SHORTEST_SECRET) {
            throw new StartRefused("LOA_SETUP_SECRET must have at least " + SHORTEST_SECRET + " characters.");
        }
    }

    /** A secret, so what it is stands nowhere. */
    private static void token(String text) {
        if (text.chars().anyMatch(character -> character <= ' ' || character > '~')) {
            throw new StartRefused("LOA_METRICS_TOKEN must be letters, digits and signs of ASCII without spaces.");
        }
    }
}
