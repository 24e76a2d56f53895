package vn.loa.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docker/compose.yaml says. */
@SuppressWarnings("unchecked")
record Compose(Map<String, Object> whole) {
    static final Path FILE = Program.PROJECT.resolve("docker/compose.yaml");

    private static final Pattern WITH_DEFAULT = Pattern.compile("\\$\\{\\w+:-([^}]*)}");

    static Compose read() {
        return read(FILE);
    }

    static Compose read(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (var text = Files.newBufferedReader(file)) {
            return new Compose(new Yaml(new SafeConstructor(options)).load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the variables of a text become when nobody sets them. */
    static String withDefaults(Object text) {
        return WITH_DEFAULT.matcher(text.toString()).replaceAll("$1");
    }

    /** All services by name. */
    Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>) (Map<String, ?>) section("services");
    }

    Map<String, Object> service(String name) {
        return services().get(name);
    }

    Map<String, Object> section(String name) {
        return map(whole, name);
    }

    /** The variables that a service gets. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        map(service(service), "environment").forEach((name, value) -> environment.put(name, value.toString()));
        return environment;
    }

    /** The Dockerfile of a service that is built. */
    Dockerfile dockerfile(String service) {
        Map<String, Object> build = map(service(service), "build");
        Path context = FILE.resolveSibling(build.get("context").toString()).normalize();
        return new Dockerfile(
                context.resolve(build.getOrDefault("dockerfile", "Dockerfile").toString()), context);
    }

    static Map<String, Object> map(Map<String, Object> from, String name) {
        return (Map<String, Object>) from.getOrDefault(name, Map.of());
    }

    static List<Object> list(Map<String, Object> from, String name) {
        return (List<Object>) from.getOrDefault(name, List.of());
    }
}
