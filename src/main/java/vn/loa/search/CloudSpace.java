package vn.loa.search;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;
import java.util.Optional;
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
            var first = settings.name() + "_first";
            if (!collections().contains(first)) {
                create(first);
            }
            turnTo(first);
        }
    }

    @Override
    public URI create(String name) {
        var configset = Configset.ofProgram();
        if (!strings(server.ask(CONFIGSETS, new SolrQuery().set("action", "LIST")), "configSets")
                .contains(configset.name())) {
            server.send(
                    CONFIGSETS, new SolrQuery().set("action", "UPLOAD").set("name", configset.name()), configset.zip());
        }
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
        before.filter(old -> !old.equals(name)).ifPresent(this::remove);
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
        return Optional.ofNullable(server.ask(HANDLER, new SolrQuery().set("action", "LISTALIASES"))
                .getJsonObject("aliases")
                .getString(settings.name(), null));
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
