package vn.loa.search;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of a SolrCloud: questions go to an alias, which is turned from one collection to the other. The configset comes from the portal, under a name that
 * tells its content, so that a collection keeps the one it was made with.
 */
final class CloudSpace implements IndexSpace {
    private static final String HANDLER = "admin/collections";
    private static final String CONFIGSETS = "admin/configs";

    private final SearchSettings settings;
    private final SolrServer server;

    CloudSpace(SearchSettings settings, SolrServer server) {
        this.settings = settings;
        this.server = server;
    }

    @Override
    public void ensure() {
        if (current().isEmpty()) {
            var first = first();
            if (!collections().contains(first)) {
                create(first);
            }
            turnTo(first);
        }
    }

    @Override
    public URI create(String name) {
        var configset = Configset.ofProgram();
        // Also over one of that name, which holds the same, or the first of its files when their upload broke off.
        server.send(
                CONFIGSETS,
                new SolrQuery()
                        .set("action", "UPLOAD")
                        .set("name", configset.name())
                        .set("overwrite", "true"),
                configset.zip());
        server.ask(
                HANDLER,
                new SolrQuery()
                        .set("action", "CREATE")
                        .set("name", name)
                        .set("numShards", 1)
                        .set("collection.configName", configset.name()));
        return settings.server().resolve(name);
    }

    @Override
    public void exchange(String name) {
        var before = current();
        turnTo(name);
        before.filter(old -> !old.equals(name)).ifPresent(old -> LeftOver.remove(this, old));
    }

    @Override
    public void removeLeftOver() {
        var aliases = aliases();
        if (!aliases.containsKey(settings.name())) {
            return;
        }
        var asked = aliases.values().stream()
                .flatMap(collections ->
                        Stream.of(((JsonString) collections).getString().split(",")))
                .collect(Collectors.toSet());
        collections().stream()
                .filter(name -> name.equals(first()) || settings.isOfRebuild(name))
                .filter(name -> !asked.contains(name))
                .forEach(name -> LeftOver.remove(this, name));
    }

    private String first() {
        return settings.name() + "_first";
    }

    @Override
    public void remove(String name) {
        server.ask(HANDLER, new SolrQuery().set("action", "DELETE").set("name", name));
    }

    private void turnTo(String name) {
        server.ask(
                HANDLER,
                new SolrQuery()
                        .set("action", "CREATEALIAS")
                        .set("name", settings.name())
                        .set("collections", name));
    }

    private Optional<String> current() {
        return Optional.ofNullable(aliases().getString(settings.name(), null));
    }

    private JsonObject aliases() {
        return server.ask(HANDLER, new SolrQuery().set("action", "LISTALIASES")).getJsonObject("aliases");
    }

    private List<String> collections() {
        return strings(server.ask(HANDLER, new SolrQuery().set("action", "LIST")), "collections");
    }

    private static List<String> strings(JsonObject answer, String name) {
        return Stream.ofNullable(answer.getJsonArray(name))
                .flatMap(names -> names.getValuesAs(JsonString::getString).stream())
                .toList();
    }
}
