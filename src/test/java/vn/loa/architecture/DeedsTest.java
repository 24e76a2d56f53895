package vn.loa.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;

/**
 * Whoever is told who asks looks what they may. Pages and resources ask before they show a button or take a request, so that a service
 * which forgot would be noticed by nobody: what the matrices of permissions try from outside is held here from inside.
 */
@AnalyzeClasses(packages = PackagesTest.ROOT, importOptions = DoNotIncludeTests.class)
class DeedsTest {
    /** The questions about an actor that answer what they may; their name, which the audit trail wants, is none. */
    private static final Set<String> QUESTIONS = Set.of("is", "reviews", "covers", "isConfined", "confinedTo", "roles");

    /** What these keep belongs to who asks, and they find nobody else's. */
    private static final Set<String> ABOUT_ONESELF = Set.of(
            "vn.loa.accounts.OwnSecondFactor",
            "vn.loa.accounts.Sessions",
            "vn.loa.editorial.KeepFilter",
            "vn.loa.home.ReadNews");

    @ArchTest
    static final ArchRule A_SERVICE_THAT_IS_TOLD_WHO_ASKS_LOOKS_WHAT_THEY_MAY = methods()
            .that()
            .arePublic()
            .and(describe(
                    "have an actor",
                    method -> method.getRawParameterTypes().stream().anyMatch(DeedsTest::isActor)))
            .and(describe("belong to a service that pages can reach", DeedsTest::isService))
            .should(new ArchCondition<>("ask what the actor may, itself or through what it calls") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    if (!asks(method)) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " asks nobody"));
                    }
                }
            });

    private static boolean isService(JavaMethod method) {
        return method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                && !ABOUT_ONESELF.contains(method.getOwner().getName())
                && (method.isAnnotatedWith(Transactional.class)
                        || method.getOwner().isAnnotatedWith(Transactional.class)
                                && !method.getModifiers().contains(JavaModifier.STATIC));
    }

    private static boolean isActor(JavaClass type) {
        return type.isEquivalentTo(Actor.class);
    }

    /** Follows calls that hand an actor on, for only those can look. */
    private static boolean asks(JavaMethod method) {
        var seen = new HashSet<JavaCodeUnit>(Set.of(method));
        var next = new ArrayDeque<JavaCodeUnit>(seen);
        while (!next.isEmpty()) {
            var unit = next.poll();
            if (unit.getAccessesFromSelf().stream().anyMatch(DeedsTest::isQuestion)) {
                return true;
            }
            called(unit)
                    .filter(called -> called.getRawParameterTypes().stream().anyMatch(DeedsTest::isActor))
                    .filter(seen::add)
                    .forEach(next::add);
        }
        return false;
    }

    private static boolean isQuestion(JavaAccess<?> access) {
        return isActor(access.getTargetOwner())
                && QUESTIONS.contains(access.getTarget().getName());
    }

    private static Stream<JavaCodeUnit> called(JavaCodeUnit unit) {
        return unit.getCallsFromSelf().stream()
                .<Optional<? extends JavaCodeUnit>>map(call -> call.getTarget().resolveMember())
                .flatMap(Optional::stream);
    }
}
