package vn.loa.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.common.Messages;
import vn.loa.common.web.OfficeRoutes;

/**
 * What translators are asked for first is what citizens read: the texts that public pages use, and the code behind these. Whoever adds a text that both sides read
 * part of, or moves one, is told here where it belongs.
 */
class PublicTextsTest {
    private static final Path MAIN =
            Path.of(System.getProperty("basedir", "")).resolve("src/main").toAbsolutePath();
    private static final Path PAGES = MAIN.resolve("webapp");
    private static final String OFFICE = "WEB-INF/templates/office.xhtml";

    /** Anybody may open it, and nobody but whoever runs a station does. */
    private static final String PLAYOUT = "programmes/playout.xhtml";

    /** Put texts together for all pages: the names of former units, and why something was found. */
    private static final Set<String> OF_SEARCH = Set.of("vn.loa.search.PlaceNames", "vn.loa.search.Finder");

    private static final Pattern INCLUDED = Pattern.compile("(?:src|template)=\"/([^\"#]+\\.xhtml)\"");
    private static final Pattern EXPRESSION = Pattern.compile("#\\{(.*?)}", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern VALUE = Pattern.compile("\"([a-z0-9.-]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern BEAN = Pattern.compile("(?<![\\w.'])(\\w+)(?=[.\\[])");

    /** Services answer scripts and forms of pages of the office, or those who sign in. */
    private static final Set<String> OF_SIGNED_IN = Set.of("SignOutServlet", "WhoServlet", "ProviderServlet");

    private final Map<String, String> pages =
            read(PAGES, ".xhtml", path -> PAGES.relativize(path).toString());
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.loa");

    @Test
    void a_text_is_public_if_and_only_if_a_public_page_or_the_code_behind_one_uses_it() {
        var shown = shown();
        var used = new HashSet<String>();
        shown.forEach(page -> {
            used.addAll(quoted(pages.get(page)));
            VALUE.matcher(pages.get(page)).results().map(PublicTextsTest::first).forEach(used::add);
        });
        behind(shown)
                .forEach(type -> LITERAL.matcher(source(type))
                        .results()
                        .map(PublicTextsTest::first)
                        .forEach(used::add));
        var translated =
                Messages.keys().stream().filter(Translation::isTranslated).toList();

        assertThat(sorted(translated.stream().filter(Translation::isPublic)))
                .as("texts that Translation takes for public, and those that public pages use")
                .isEqualTo(sorted(translated.stream().filter(key -> isAmong(used, key))));
    }

    private static Set<String> sorted(Stream<String> keys) {
        return new TreeSet<>(keys.toList());
    }

    /** Some keys are put together from a part that stands in the source and a code that follows its last dot. */
    private static boolean isAmong(Set<String> used, String key) {
        return used.contains(key)
                || Stream.iterate(key.lastIndexOf('.'), dot -> dot > 0, dot -> key.lastIndexOf('.', dot - 1))
                        .anyMatch(dot -> used.contains(key.substring(0, dot + 1)));
    }

    /** Public pages, with what they are made of. */
    private Set<String> shown() {
        Function<String, Collection<String>> parts = page -> INCLUDED.matcher(pages.getOrDefault(page, ""))
                .results()
                .map(PublicTextsTest::first)
                .toList();
        var first = pages.keySet().stream()
                .filter(page -> !page.startsWith("WEB-INF/includes/") && !page.startsWith("WEB-INF/templates/"))
                .filter(page -> !page.equals(PLAYOUT))
                .filter(page -> !closure(List.of(page), parts).contains(OFFICE))
                .toList();
        assertThat(first).as("public pages").contains("home/front.xhtml", "WEB-INF/errorpages/404.xhtml");
        return closure(first, parts);
    }

    /** The classes of the web behind pages and public documents, and what all of the portal shares. */
    private List<JavaClass> behind(Set<String> shown) {
        var beans = new HashMap<String, JavaClass>();
        classes.stream().filter(type -> type.isAnnotatedWith(Named.class)).forEach(type -> beans.put(name(type), type));
        var first = new HashSet<JavaClass>();
        shown.forEach(page -> EXPRESSION
                .matcher(pages.get(page))
                .results()
                .flatMap(expression -> BEAN.matcher(first(expression)).results())
                .map(PublicTextsTest::first)
                .filter(beans::containsKey)
                .map(beans::get)
                .forEach(first::add));
        classes.stream().filter(PublicTextsTest::isPublicServlet).forEach(first::add);
        return closure(first, PublicTextsTest::dependencies).stream()
                .filter(type -> type.getPackageName().endsWith(".web")
                        || type.getPackageName().startsWith("vn.loa.common")
                        || OF_SEARCH.contains(type.getName()))
                .toList();
    }

    private static String name(JavaClass bean) {
        var given = bean.getAnnotationOfType(Named.class).value();
        return given.isEmpty()
                ? Character.toLowerCase(bean.getSimpleName().charAt(0))
                        + bean.getSimpleName().substring(1)
                : given;
    }

    private static boolean isPublicServlet(JavaClass type) {
        return type.isAnnotatedWith(WebServlet.class)
                && !OF_SIGNED_IN.contains(type.getSimpleName())
                && Stream.of(type.getAnnotationOfType(WebServlet.class).value())
                        .map(path -> path.replace("/*", "/x"))
                        .noneMatch(OfficeRoutes::isService);
    }

    private static Collection<JavaClass> dependencies(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> outermost(dependency.getTargetClass().getBaseComponentType()))
                .filter(target -> target.getPackageName().startsWith("vn.loa"))
                .collect(Collectors.toSet());
    }

    /** Its source is that of all the classes in it. */
    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(PublicTextsTest::outermost).orElse(type);
    }

    private static String source(JavaClass type) {
        try {
            return Files.readString(MAIN.resolve("java").resolve(type.getName().replace('.', '/') + ".java"))
                    .replaceAll("(?s)/\\*.*?\\*/", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Set<T> closure(Collection<T> first, Function<T, ? extends Collection<T>> next) {
        var found = new HashSet<T>();
        var open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            var one = open.pop();
            if (found.add(one)) {
                open.addAll(next.apply(one));
            }
        }
        return found;
    }

    private static Set<String> quoted(String page) {
        return EXPRESSION
                .matcher(page)
                .results()
                .flatMap(expression -> QUOTED.matcher(first(expression)).results())
                .map(PublicTextsTest::first)
                .collect(Collectors.toSet());
    }

    private static String first(MatchResult found) {
        return found.group(1);
    }

    private static Map<String, String> read(Path folder, String ending, Function<Path, String> name) {
        try (var files = Files.walk(folder)) {
            var all = new HashMap<String, String>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                all.put(name.apply(file), Files.readString(file));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
