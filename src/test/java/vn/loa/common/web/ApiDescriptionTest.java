package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.junit.jupiter.api.Test;

/** Compares the description of the API with our resources, both as they were built, and looks for what no reader of it would understand. */
class ApiDescriptionTest {
    private final DescribedApi described = DescribedApi.ofBuild();

    @Test
    void every_method_of_every_resource_is_described_and_nothing_else() {
        assertThat(described.operations().stream().map(DescribedApi.Operation::key))
                .containsExactlyInAnyOrderElementsOf(methods().keySet());
    }

    @Test
    void every_parameter_is_described_and_nothing_else() {
        var methods = methods();
        for (var operation : described.operations()) {
            assertThat(operation.parameters())
                    .as(operation.key())
                    .containsExactlyInAnyOrderElementsOf(parameters(methods.get(operation.key())));
        }
    }

    @Test
    void bodies_have_the_types_that_are_taken_and_given() {
        var methods = methods();
        for (var operation : described.operations()) {
            var method = methods.get(operation.key());
            assertThat(operation.consumed()).as("taken by " + operation.key()).isEqualTo(consumed(method));
            var produced =
                    annotation(method, Produces.class).map(Produces::value).orElse(new String[0]);
            var content = operation.success().getJsonObject("content");
            if (content != null) {
                assertThat(content.keySet()).as("given by " + operation.key()).containsExactly(produced);
            }
        }
    }

    @Test
    void every_status_is_described_that_a_method_of_its_kind_can_answer() {
        var methods = methods();
        for (var operation : described.operations()) {
            var method = methods.get(operation.key());
            var expected = Arrays.stream(method.getAnnotationsByType(APIResponse.class))
                    .map(APIResponse::responseCode)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (method.isAnnotationPresent(SecurityRequirement.class)) {
                expected.add("401");
            }
            assertThat(operation.responses().keySet()).as(operation.key()).isEqualTo(expected);
            assertThat(expected).as(operation.key()).anyMatch(status -> status.startsWith("2"));
            if (operation.path().contains("{")) {
                assertThat(expected).as(operation.key()).contains("404");
            }
            if (operation.consumed().contains("application/json")
                    || operation.parameters().contains("query page")) {
                assertThat(expected).as(operation.key()).contains("400");
            }
        }
    }

    @Test
    void every_refusal_is_a_problem() {
        for (var operation : described.operations()) {
            operation.responses().forEach((status, response) -> {
                if (status.startsWith("4") || status.startsWith("5")) {
                    assertThat(response.asJsonObject().getJsonObject("content").keySet())
                            .as(operation.key() + " " + status)
                            .containsExactly("application/problem+json");
                }
            });
        }
    }

    @Test
    void every_reference_leads_somewhere_and_every_schema_says_something() {
        described
                .objects()
                .filter(object -> object.containsKey("$ref"))
                .forEach(object -> assertThat(described.resolved(object))
                        .as(object.toString())
                        .isNotEmpty());
        described
                .json()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .forEach((name, schema) -> assertThat(schema.asJsonObject().keySet())
                        .as(name)
                        .containsAnyOf("properties", "additionalProperties", "enum", "format", "oneOf"));
        assertThat(described.objects().filter(object -> object.containsKey("schema")))
                .allSatisfy(object -> assertThat(object.getJsonObject("schema")).isNotEmpty());
    }

    @Test
    void names_stand_once() {
        var ids = described.operations().stream()
                .map(operation -> operation.json().getString("operationId"))
                .toList();
        var tags = described.json().getJsonArray("tags").getValuesAs(JsonObject.class).stream()
                .map(tag -> tag.getString("name"))
                .toList();
        var used = new HashSet<String>();
        described
                .operations()
                .forEach(operation ->
                        used.addAll(operation.json().getJsonArray("tags").getValuesAs(JsonString::getString)));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(tags).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void it_is_of_the_form_that_openapi_asks_for() {
        assertThat(described.json().getString("openapi")).matches("3\\.[01]\\.\\d");
        assertThat(described.json().keySet())
                .as("no server is named: it is where the description is")
                .doesNotContain("servers")
                .isSubsetOf("openapi", "info", "tags", "paths", "components");
        assertThat(described.json().getJsonObject("info").keySet()).contains("title", "version");
        for (var operation : described.operations()) {
            assertThat(operation.json().getString("summary"))
                    .as(operation.key())
                    .isNotBlank();
            for (var parameter : operation.parameterObjects()) {
                assertThat(parameter.getBoolean("required", false))
                        .as(operation.key() + " " + parameter.getString("name"))
                        .isEqualTo(parameter.getString("in").equals("path")
                                || parameter.getString("name").equals("Tus-Resumable"));
                assertThat(parameter.getJsonObject("schema")).isNotEmpty();
            }
        }
    }

    /** By {@code GET /api/v1/plans}; without those that are hidden on purpose. */
    private static TreeMap<String, Method> methods() {
        var methods = new TreeMap<String, Method>();
        for (var resource : resources()) {
            for (var method : resource.getDeclaredMethods()) {
                var verb = verb(method);
                var operation = method.getAnnotation(Operation.class);
                if (verb.isPresent() && (operation == null || !operation.hidden())) {
                    methods.put(verb.get() + " " + path(resource, method), method);
                }
            }
        }
        return methods;
    }

    private static List<Class<?>> resources() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.loa").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        var own = method.isAnnotationPresent(Path.class)
                ? "/" + method.getAnnotation(Path.class).value()
                : "";
        return (Api.PATH + "/" + resource.getAnnotation(Path.class).value() + own)
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
    }

    private static List<String> parameters(Method method) {
        var read = Arrays.stream(method.getAnnotationsByType(
                        org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class))
                .map(parameter -> parameter.in() + " " + parameter.name());
        var taken = Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields()).flatMap(ApiDescriptionTest::named)
                        : named(parameter));
        return Stream.concat(read, taken).toList();
    }

    private static Stream<String> named(AnnotatedElement element) {
        return Stream.of(
                        Stream.ofNullable(element.getAnnotation(PathParam.class))
                                .map(each -> "path " + each.value()),
                        Stream.ofNullable(element.getAnnotation(QueryParam.class))
                                .map(each -> "query " + each.value()),
                        Stream.ofNullable(element.getAnnotation(HeaderParam.class))
                                .map(each -> "header " + each.value()))
                .flatMap(found -> found);
    }

    private static List<String> consumed(Method method) {
        if (Arrays.stream(method.getParameters()).noneMatch(ApiDescriptionTest::isBody)) {
            return List.of();
        }
        var said = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.RequestBody.class);
        return annotation(method, Consumes.class)
                .map(consumes -> List.of(consumes.value()))
                .orElseGet(() -> List.of(said.content()[0].mediaType()));
    }

    private static boolean isBody(Parameter parameter) {
        return named(parameter).findAny().isEmpty()
                && !parameter.isAnnotationPresent(BeanParam.class)
                && !parameter.isAnnotationPresent(Context.class);
    }

    private static <A extends java.lang.annotation.Annotation> Optional<A> annotation(Method method, Class<A> type) {
        return Optional.ofNullable(method.getAnnotation(type))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(type)));
    }
}
