package vn.loa.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Version;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.function.Predicate;
import vn.loa.accounts.AuditEntry;

/** What classes may use and how they are made and named. */
@AnalyzeClasses(packages = PackagesTest.ROOT, importOptions = DoNotIncludeTests.class)
class CodeTest {
    /** Only who somebody is and which language they read may live in a session. */
    private static final Set<String> SESSION_SCOPED = Set.of();

    /** Decides for those that only read when what has been changed is written; it writes nothing itself. */
    private static final String READING_INTERCEPTOR = "vn.loa.common.ReadingInterceptor";

    /** The one place where XML parsers are made, with everything dangerous switched off. */
    private static final String XML_FACTORY = "vn.loa.common.SafeXml";

    @ArchTest
    static final ArchRule THE_WEB_STAYS_IN_WEB_PACKAGES = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "vn.loa.launcher")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs..", "org.primefaces..");

    @ArchTest
    static final ArchRule ONLY_REPOSITORIES_QUEUES_AND_REPORTS_USE_THE_ENTITY_MANAGER = classes()
            .that()
            .areNotAnnotatedWith(vn.loa.common.Repository.class)
            .and(are(not(resideInAPackage("vn.loa.reporting.."))))
            .and()
            .doNotHaveFullyQualifiedName(READING_INTERCEPTOR)
            .should(new ArchCondition<>("not use the EntityManager") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> dependency.getTargetClass().isEquivalentTo(EntityManager.class))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            });

    /** What they changed would be written too late for the queries after it. */
    @ArchTest
    static final ArchRule WHO_ONLY_READS_WRITES_NOTHING_AND_ASKS_NOBODY_WHO_DOES = classes()
            .that()
            .areAnnotatedWith(vn.loa.common.Reading.class)
            .should(new ArchCondition<>("not write, nor call a method that does") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getMethodCallsFromSelf().stream()
                            .filter(call -> WRITES.test(call)
                                    || call.getTarget().resolveMember().stream()
                                            .flatMap(method -> method.getMethodCallsFromSelf().stream())
                                            .anyMatch(WRITES))
                            .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
                }
            });

    private static final Predicate<JavaMethodCall> WRITES = call -> {
        var target = call.getTarget();
        return target.getOwner().isAssignableTo(EntityManager.class)
                        && Set.of("persist", "merge", "remove").contains(target.getName())
                || target.getOwner().isAssignableTo(Query.class)
                        && target.getName().equals("executeUpdate");
    };

    @ArchTest
    static final ArchRule ONLY_SEARCH_USES_SOLR = noClasses()
            .that()
            .resideOutsideOfPackage("vn.loa.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.solr..");

    @ArchTest
    static final ArchRule ONLY_THE_STORE_OF_BLOBS_USES_THE_OBJECT_STORAGE = noClasses()
            .that()
            .resideOutsideOfPackage("vn.loa.media")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule ONLY_THE_SANDBOX_AND_THE_LAUNCHER_START_PROCESSES = noClasses()
            .that(are(not(resideInAnyPackage("vn.loa.media.sandbox..", "vn.loa.launcher.."))))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class, Process.class)
            .orShould()
            .callMethodWhere(are(target(owner(type(Runtime.class)))).and(are(target(name("exec")))));

    /** Of a foreign document only how it begins, and which entries it has, is looked at in the portal's own process; papers of our own are written there. */
    @ArchTest
    static final ArchRule ONLY_THE_READER_OF_DOCUMENTS_AND_THE_WRITER_OF_PAPERS_USE_THE_LIBRARY_FOR_PDF = noClasses()
            .that()
            .resideOutsideOfPackages("vn.loa.media.documents.reader", "vn.loa.programmes.paper")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..");

    @ArchTest
    static final ArchRule ONLY_THE_READER_OF_DOCUMENTS_READS_PDF = noClasses()
            .that()
            .resideOutsideOfPackage("vn.loa.media.documents.reader")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox.pdfparser..", "org.apache.pdfbox.text..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.pdfbox.Loader");

    @ArchTest
    static final ArchRule NOBODY_READS_DOCUMENTS_IN_THE_PORTALS_OWN_PROCESS = noClasses()
            .that()
            .resideOutsideOfPackage("vn.loa.media.documents.reader")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.loa.media.documents.reader");

    @ArchTest
    static final ArchRule XML_PARSERS_COME_FROM_ONE_HARDENED_FACTORY = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(XML_FACTORY)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    javax.xml.parsers.DocumentBuilderFactory.class,
                    javax.xml.parsers.SAXParserFactory.class,
                    javax.xml.stream.XMLInputFactory.class,
                    javax.xml.transform.TransformerFactory.class,
                    javax.xml.xpath.XPathFactory.class,
                    javax.xml.validation.SchemaFactory.class);

    /** It looks through the class path at every call. */
    @ArchTest
    static final ArchRule JSON_IS_MADE_BY_A_PROVIDER_LOOKED_UP_ONCE =
            noClasses().should().dependOnClassesThat().belongToAnyOf(jakarta.json.Json.class);

    /** A path of one step costs the same lookup. */
    @ArchTest
    static final ArchRule JSON_VALUES_ARE_NOT_FOUND_BY_POINTERS = noClasses()
            .should()
            .callMethodWhere(are(target(owner(assignableTo(jakarta.json.JsonStructure.class))))
                    .and(are(target(name("getValue")))));

    @ArchTest
    static final ArchRule SESSIONS_HOLD_ONLY_WHAT_THE_LIST_ALLOWS = classes()
            .that()
            .areAnnotatedWith(SessionScoped.class)
            .should(new ArchCondition<>("be on the list") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!SESSION_SCOPED.contains(type.getName())) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " would live in a session"));
                    }
                }
            })
            .allowEmptyShould(true);

    /** The API is made of the resources that are beans. */
    @ArchTest
    static final ArchRule RESOURCES_ARE_BEANS = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(RequestScoped.class)
            .orShould()
            .beAnnotatedWith(ApplicationScoped.class);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Dto");

    @ArchTest
    static final ArchRule ENTITIES_HAVE_A_VERSION = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .and(are(not(equivalentTo(AuditEntry.class)).as("not entries of the audit trail, which are never changed")))
            .should(new ArchCondition<>("have a field with @Version") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (type.getAllFields().stream().noneMatch(field -> field.isAnnotatedWith(Version.class))) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " has no @Version"));
                    }
                }
            });

    @ArchTest
    static final ArchRule ENTITIES_DO_NOT_REACH_PAGES = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class)
            .because("pages and the API show records, which transactional services make");
}
