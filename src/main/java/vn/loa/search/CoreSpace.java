package vn.loa.search;

import java.net.URI;
import java.util.stream.Stream;

/** Of a Solr that stands alone: the rebuilt core and the one that is asked exchange their names. */
final class CoreSpace implements IndexSpace {
    private static final String HANDLER = "admin/cores";
    private static final String CONFIGSET = "loa";

    private final SearchSettings settings;
    private final SolrServer server;

    CoreSpace(SearchSettings settings, SolrServer server) {
        this.settings = settings;
        this.server = server;
    }

    /** Who runs the server has made the core. */
    @Override
    public void ensure() {}

    @Override
    public URI create(String name) {
        server.ask(
                HANDLER,
                new SolrQuery().set("action", "CREATE").set("name", name).set("configSet", CONFIGSET));
        return settings.server().resolve(name);
    }

    @Override
    public void exchange(String name) {
        server.ask(
                HANDLER,
                new SolrQuery()
                        .set("action", "SWAP")
                        .set("core", settings.name())
                        .set("other", name));
        LeftOver.remove(this, name);
    }

    @Override
    public void removeLeftOver() {
        var answer = server.ask(HANDLER, new SolrQuery().set("action", "STATUS").set("indexInfo", "false"));
        Stream.of("status", "initFailures")
                .flatMap(kind -> Stream.ofNullable(answer.getJsonObject(kind)))
                .flatMap(cores -> cores.keySet().stream())
                .filter(settings::isOfRebuild)
                .forEach(core -> LeftOver.remove(this, core));
    }

    @Override
    public void remove(String name) {
        server.ask(
                HANDLER,
                new SolrQuery().set("action", "UNLOAD").set("core", name).set("deleteInstanceDir", "true"));
    }
}
