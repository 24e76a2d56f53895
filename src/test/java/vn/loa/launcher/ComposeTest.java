package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.testing.Machine;

class ComposeTest {
    private static final Compose COMPOSE = Compose.read();

    /** For nginx and the images of others, not settings of the portal. */
    private static final Set<String> OF_COMPOSE = Set.of(
            "LOA_HTTP_PORT",
            "LOA_HTTPS_PORT",
            "LOA_TLS_CERTIFICATE",
            "LOA_TLS_KEY",
            "LOA_MEMORY",
            "LOA_PROXY_TRUSTED",
            "LOA_IPV6");

    static Set<String> services() {
        return COMPOSE.services().keySet();
    }

    static Set<String> built() {
        Set<String> names = new TreeSet<>(services());
        names.removeIf(name -> !COMPOSE.service(name).containsKey("build"));
        return names;
    }

    @Test
    void thereAreAProxyTheAppAndWhatTheAppNeeds() {
        assertThat(services()).containsExactlyInAnyOrder("proxy", "app", "postgres", "solr");
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceHasASourceAndAHealthCheckAndComesBack(String name) {
        Map<String, Object> service = COMPOSE.service(name);

        assertThat(service.containsKey("build") ^ service.containsKey("image")).isTrue();
        assertThat(Compose.map(service, "healthcheck"))
                .containsKeys("test", "interval", "timeout", "retries", "start_period");
        assertThat(service).containsEntry("restart", "unless-stopped");
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceHasNoMoreRightsThanItNeeds(String name) {
        Map<String, Object> service = COMPOSE.service(name);

        assertThat(service.get("user").toString()).matches("[1-9]\\d*:[1-9]\\d*");
        assertThat(service)
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsKeys("mem_limit", "pids_limit")
                .doesNotContainKeys("privileged", "cap_add", "network_mode", "pid");
    }

    @Test
    void onlyTheProxyIsReachableFromOutside() {
        assertThat(services())
                .filteredOn(name -> COMPOSE.service(name).containsKey("ports"))
                .containsExactly("proxy");
        assertThat(services())
                .filteredOn(
                        name -> Compose.list(COMPOSE.service(name), "networks").contains("outside"))
                .containsExactly("proxy");
        assertThat(Compose.map(COMPOSE.section("networks"), "inside")).containsEntry("internal", true);
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatAServiceNamesIsDeclared(String name) {
        Map<String, Object> service = COMPOSE.service(name);

        assertThat(COMPOSE.section("secrets").keySet()).containsAll(names(service, "secrets"));
        assertThat(COMPOSE.section("networks").keySet()).containsAll(names(service, "networks"));
        assertThat(services()).containsAll(Compose.map(service, "depends_on").keySet());
        for (String volume : names(service, "volumes")) {
            String source = volume.substring(0, volume.indexOf(':'));
            if (source.startsWith(".")) {
                assertThat(Compose.FILE.resolveSibling(source)).isRegularFile();
                assertThat(volume).endsWith(":ro");
            } else {
                assertThat(COMPOSE.section("volumes")).containsKey(source);
            }
        }
    }

    @Test
    void secretsAreFilesAndStandNowhereElse() throws Exception {
        assertThat(COMPOSE.section("secrets").values())
                .allSatisfy(secret -> assertThat(secret.toString()).startsWith("{file="));
        assertThat(services())
                .allSatisfy(name -> assertThat(COMPOSE.environment(name)).allSatisfy((variable, value) -> {
                    if (variable.contains("PASSWORD") || variable.contains("KEY") || variable.contains("SECRET")) {
                        assertThat(variable).endsWith("_FILE");
                        assertThat(value).startsWith("/run/secrets/");
                        assertThat(names(COMPOSE.service(name), "secrets"))
                                .contains(value.substring("/run/secrets/".length()));
                    }
                }));
        assertThat(Files.readAllLines(Compose.FILE.resolveSibling(".gitignore")))
                .contains("/secrets/", "/.env");
    }

    @Test
    void mediaInAnObjectStorageNeedsNoMoreThanItsKeysAndAWayOutForTheApp() {
        Compose addition = Compose.read(Compose.FILE.resolveSibling("compose.s3.yaml"));

        assertThat(addition.services().keySet()).containsExactly("app");
        assertThat(addition.service("app")).containsOnlyKeys("environment", "secrets", "networks");
        assertThat(addition.environment("app"))
                .containsOnlyKeys("LOA_BLOBS", "LOA_S3_ACCESS_KEY_FILE", "LOA_S3_SECRET_KEY_FILE")
                .containsEntry("LOA_BLOBS", "s3");
        for (String secret : names(addition.service("app"), "secrets")) {
            assertThat(addition.environment("app")).containsValue("/run/secrets/" + secret);
            assertThat(addition.section("secrets").get(secret)).hasToString("{file=secrets/" + secret + "}");
        }
        assertThat(addition.section("networks").keySet())
                .containsExactlyElementsOf(names(addition.service("app"), "networks"))
                .doesNotContain("outside");
    }

    @Test
    void sendingProgrammesNeedsNoMoreThanAWayOutForTheApp() {
        Compose addition = Compose.read(Compose.FILE.resolveSibling("compose.delivery.yaml"));

        assertThat(addition.services().keySet()).containsExactly("app");
        assertThat(addition.service("app")).containsOnlyKeys("networks");
        assertThat(addition.section("networks").keySet())
                .containsExactlyElementsOf(names(addition.service("app"), "networks"))
                .doesNotContain("outside");
    }

    @Test
    void signingInByAProviderNeedsNoMoreThanItsSecretAndAWayOutForTheApp() {
        Compose addition = Compose.read(Compose.FILE.resolveSibling("compose.oidc.yaml"));

        assertThat(addition.services().keySet()).containsExactly("app");
        assertThat(addition.service("app")).containsOnlyKeys("environment", "secrets", "networks");
        assertThat(addition.environment("app"))
                .containsExactly(Map.entry("LOA_OIDC_CLIENT_SECRET_FILE", "/run/secrets/oidc_client_secret"));
        assertThat(addition.section("secrets")).hasToString("{oidc_client_secret={file=secrets/oidc_client_secret}}");
        assertThat(addition.section("networks").keySet())
                .containsExactlyElementsOf(names(addition.service("app"), "networks"))
                .doesNotContain("outside");
    }

    @ParameterizedTest
    @MethodSource("built")
    void whatAnImageTakesInExistsAndItsImageIsNamedHereOnly(String name) throws Exception {
        Dockerfile dockerfile = COMPOSE.dockerfile(name);

        assertThat(dockerfile.file()).isRegularFile();
        assertThat(dockerfile.copies())
                .isNotEmpty()
                .allSatisfy(copy -> assertThat(copy.sources())
                        .filteredOn(source ->
                                !source.startsWith(dockerfile.context().resolve("target")))
                        .allSatisfy(source -> assertThat(source).exists()));
        String variable = dockerfile.instructions("ARG ").findFirst().orElseThrow();
        assertThat(dockerfile.instructions("FROM ")).containsExactly("${" + variable + "}");
        assertThat(Compose.map(Compose.map(COMPOSE.service(name), "build"), "args"))
                .containsKey(variable);
    }

    @ParameterizedTest
    @MethodSource("built")
    void whatAnImageTakesInIsNotKeptOutOfItsContext(String name) throws Exception {
        Dockerfile dockerfile = COMPOSE.dockerfile(name);
        Path ignore = dockerfile.file().resolveSibling("Dockerfile.dockerignore");
        Assumptions.assumeTrue(
                Files.exists(ignore), "Everything in the context of " + name + " is meant for its image");

        List<String> lines = Files.readAllLines(ignore);

        assertThat(lines.get(0)).isEqualTo("*");
        assertThat(dockerfile.copies().stream().flatMap(copy -> copy.sources().stream()))
                .allSatisfy(source -> assertThat(lines.subList(1, lines.size()))
                        .anyMatch(line ->
                                matches(line.substring(1), dockerfile.context().relativize(source))));
    }

    @ParameterizedTest
    @MethodSource("built")
    void anImageStartsWithAProgramThatIsInIt(String name) throws Exception {
        Dockerfile dockerfile = COMPOSE.dockerfile(name);
        String program = dockerfile.instructions("ENTRYPOINT ").findFirst().orElseThrow();

        assertThat(program).isEqualTo("[\"/opt/loa/entrypoint.sh\"]");
        assertThat(dockerfile.copies().stream().flatMap(copy -> copy.sources().stream()))
                .filteredOn(source -> source.endsWith("entrypoint.sh"))
                .singleElement()
                .satisfies(source -> assertThat(source).isExecutable());
    }

    @Test
    void serversAreTheOnesThatTestsRunOn() throws Exception {
        String pom = Files.readString(Program.PROJECT.resolve("pom.xml"));

        assertThat(image("app", "PAYARA_IMAGE")).contains(":" + version(pom, "payara.version") + "-jdk17");
        assertThat(image("solr", "SOLR_IMAGE")).endsWith(":" + version(pom, "solr.version"));
        assertThat(Compose.withDefaults(COMPOSE.service("postgres").get("image")) + ".0")
                .endsWith(":" + version(pom, "postgresql.server.version"));
    }

    @Test
    void theImageOfTheAppCanEncode() throws Exception {
        assertThat(Files.readString(COMPOSE.dockerfile("app").file())).contains("--no-install-recommends ffmpeg");
    }

    @Test
    void theDatabaseIsMadeAsTheLauncherMakesIt() {
        String options = COMPOSE.environment("postgres").get("POSTGRES_INITDB_ARGS");

        assertThat(PostgresCluster.KIND)
                .filteredOn(option -> !option.equals("--no-instructions"))
                .allSatisfy(option -> assertThat(options.split("\\s+")).contains(option));
    }

    @Test
    void whatThePortalIsToldIsADocumentedSetting() throws Exception {
        assertThat(COMPOSE.environment("app").keySet())
                .allSatisfy(name -> assertThat(SettingsTable.read()).containsKey(name));
    }

    @Test
    void whatPeopleMaySetIsDocumented() throws Exception {
        String readme = Files.readString(Program.PROJECT.resolve("README.md"));
        Matcher variables = Pattern.compile("\\$\\{(\\w+)").matcher(Files.readString(Compose.FILE));

        assertThat(variables.results().map(variable -> variable.group(1)).distinct())
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
        assertThat(OF_COMPOSE)
                .allSatisfy(name -> assertThat(SettingsTable.read()).doesNotContainKey(name));
    }

    @Test
    void theFileIsWellFormedYaml() throws Exception {
        Assumptions.assumeTrue(Machine.hasProgram("yamllint", "docker/compose.yaml has not been linted"));
        Process yamllint = new ProcessBuilder(
                        "yamllint",
                        "--strict",
                        "-d",
                        "{extends: default, rules: {line-length: {max: 140}, document-start: disable}}",
                        Compose.FILE.toString())
                .redirectErrorStream(true)
                .start();
        String findings = new String(yamllint.getInputStream().readAllBytes());

        assertThat(yamllint.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(findings).isEmpty();
        assertThat(yamllint.exitValue()).isZero();
    }

    private static List<String> names(Map<String, Object> service, String list) {
        return Compose.list(service, list).stream().map(Object::toString).toList();
    }

    private static String image(String service, String variable) {
        return Compose.withDefaults(Compose.map(Compose.map(COMPOSE.service(service), "build"), "args")
                .get(variable));
    }

    private static String version(String pom, String name) {
        Matcher version =
                Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static boolean matches(String pattern, Path path) {
        return path.getFileSystem().getPathMatcher("glob:" + pattern).matches(path);
    }
}
