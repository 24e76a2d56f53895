package vn.loa.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which feature may know which. The table changes together with the code, and a decision under src/adr says why. */
@AnalyzeClasses(packages = PackagesTest.ROOT, importOptions = DoNotIncludeTests.class)
class PackagesTest {
    static final String ROOT = "vn.loa";

    private static final String[] FEATURES = {
        "taxonomy",
        "accounts",
        "editorial",
        "media",
        "subtitles",
        "catalog",
        "plans",
        "programmes",
        "questions",
        "archive",
        "search",
        "administration",
        "syndication",
        "home",
        "reporting",
        "sample"
    };

    /** Exhaustive; all but the launcher may use common. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("common", Set.of()),
            Map.entry("taxonomy", Set.of()),
            Map.entry("accounts", Set.of("taxonomy")),
            Map.entry("editorial", Set.of("accounts")),
            Map.entry("media", Set.of("taxonomy", "accounts")),
            Map.entry("subtitles", Set.of("taxonomy", "media")),
            Map.entry("catalog", Set.of("taxonomy", "accounts", "editorial", "media", "subtitles")),
            Map.entry("plans", Set.of("taxonomy", "accounts", "editorial", "media", "catalog")),
            Map.entry("programmes", Set.of("taxonomy", "accounts", "editorial", "media", "catalog", "plans")),
            Map.entry("questions", Set.of("taxonomy", "accounts", "editorial")),
            Map.entry("archive", Set.of("taxonomy", "accounts", "editorial", "media", "catalog")),
            Map.entry(
                    "search",
                    Set.of(
                            "taxonomy",
                            "accounts",
                            "editorial",
                            "media",
                            "subtitles",
                            "catalog",
                            "plans",
                            "programmes",
                            "questions")),
            Map.entry(
                    "administration",
                    Set.of("taxonomy", "accounts", "editorial", "media", "catalog", "plans", "questions", "search")),
            Map.entry(
                    "syndication",
                    Set.of(
                            "taxonomy",
                            "accounts",
                            "editorial",
                            "media",
                            "subtitles",
                            "catalog",
                            "plans",
                            "programmes",
                            "questions",
                            "search")),
            Map.entry("home", allBut("home", "reporting", "sample")),
            Map.entry("reporting", allBut("reporting", "search", "administration", "syndication", "home")),
            Map.entry("sample", allBut("sample")),
            Map.entry("launcher", Set.of()));

    @ArchTest
    static final ArchRule EVERY_CLASS_BELONGS_TO_A_FEATURE_OF_THE_TABLE = classes()
            .should(new ArchCondition<JavaClass>("be in a package of the table") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!MAY_USE.containsKey(feature(type))) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no feature"));
                    }
                }
            });

    @ArchTest
    static final ArchRule FEATURES_USE_ONLY_WHAT_THE_TABLE_ALLOWS = classes()
            .should(new ArchCondition<JavaClass>("use only features that theirs may use") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> isOurs(dependency.getTargetClass()))
                            .filter(dependency -> !allowed(feature(type), feature(dependency.getTargetClass())))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLE =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule A_PROGRAMME_KNOWS_NOTHING_OF_HOW_IT_IS_PACKED_SENT_PLAYED_AND_WRITTEN_DOWN = noClasses()
            .that()
            .resideInAPackage(ROOT + ".programmes")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".programmes.*..");

    @ArchTest
    static final ArchRule WHAT_IS_MADE_OF_PROGRAMMES_FORMS_NO_CYCLE =
            slices().matching(ROOT + ".programmes.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_FEATURE_TOUCHES_THE_PAGES_OF_ANOTHER = classes()
            .should(new ArchCondition<JavaClass>("leave the web packages of other features alone") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> isWeb(dependency.getTargetClass()))
                            .filter(dependency ->
                                    !feature(dependency.getTargetClass()).equals("common"))
                            .filter(dependency ->
                                    !feature(dependency.getTargetClass()).equals(feature(type)))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule WHAT_IS_NOT_A_PAGE_KNOWS_NO_PAGES = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("are in a web package") {
                @Override
                public boolean test(JavaClass type) {
                    return isOurs(type) && isWeb(type);
                }
            });

    @ArchTest
    static void everyPackageSaysWhatItIsFor(JavaClasses classes) {
        List<String> silent = new ArrayList<>();
        Set<String> packages = new TreeSet<>();
        classes.forEach(type -> packages.add(type.getPackageName()));
        for (String name : packages) {
            boolean marked = classes.contain(name + ".package-info")
                    && classes.get(name + ".package-info").isAnnotatedWith("org.jspecify.annotations.NullMarked");
            if (!marked) {
                silent.add(name);
            }
        }
        assertThat(silent)
                .as("packages without a package-info.java that is @NullMarked")
                .isEmpty();
    }

    private static boolean allowed(String from, String to) {
        return from.equals(to)
                || (to.equals("common") && !from.equals("launcher"))
                || MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }

    private static Set<String> allBut(String... names) {
        Set<String> rest = new TreeSet<>(Set.of(FEATURES));
        Stream.of(names).forEach(rest::remove);
        return rest;
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT + ".");
    }

    private static boolean isWeb(JavaClass type) {
        return (type.getPackageName() + ".").contains(".web.");
    }

    /** The part of the package's name after the root. */
    private static String feature(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        return names.length > 2 ? names[2] : "";
    }
}
