package vn.loa.syndication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.programmes.PublicProgrammes;
import vn.loa.taxonomy.Taxonomies;
import vn.loa.taxonomy.Taxonomies.Item;

/** What one can follow with a program of one's own, for people: {@code /theo-doi}, narrowed as the list that somebody comes from. */
@Named("follow")
@RequestScoped
public class FollowBacking {
    private static final String TOPIC = "chu-de";

    @Inject
    private EmbedCodeBacking feeds;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private PublicProgrammes programmes;

    @Inject
    private Visit visit;

    private List<Item> all = List.of();
    private @Nullable String topic;

    /**
     * Something to follow.
     *
     * @param lang of the label, when it is not that of the page
     * @param address the full one
     */
    public record Feed(String label, @Nullable String lang, String address) {}

    /** Reads what there is. A constant number of statements. */
    public void load() {
        all = taxonomies.topics();
        var chosen = visit.getAddress().all(TOPIC);
        topic = chosen.size() == 1
                ? all.stream()
                        .map(Taxonomies.Item::code)
                        .filter(chosen.get(0)::equals)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Whether the page is about a list that somebody has narrowed. */
    public boolean isNarrowed() {
        return !narrowed().parameters().isEmpty();
    }

    private Address narrowed() {
        return EmbedCodeBacking.narrowed(visit.getAddress());
    }

    /** That list. */
    public String getList() {
        return visit.link(narrowed().at(EmbedListBacking.CATALOGUE));
    }

    /** What is new in it, and what can be heard of its topic. */
    public List<Feed> getChosen() {
        var chosen = new ArrayList<Feed>();
        chosen.add(new Feed(visit.text("follow.list"), null, feeds.feed("/feeds/san-pham.atom")));
        Optional.ofNullable(topic).ifPresent(code -> chosen.addAll(podcasts("/" + code)));
        return chosen;
    }

    /** What is new of everything. */
    public List<Feed> getNews() {
        return List.of(
                new Feed(visit.text("menu.products"), null, feed("/feeds/san-pham.atom")),
                new Feed(visit.text("menu.plans"), null, feed("/feeds/ke-hoach.atom")));
    }

    private String feed(String path) {
        var feed = Address.of(visit.absolute(path));
        return (visit.getLanguage().equals("en") ? feed.with("hl", "en") : feed).toString();
    }

    /** What can be heard, in each language. */
    public List<Feed> getPodcasts() {
        return podcasts("");
    }

    private List<Feed> podcasts(String about) {
        return taxonomies.languagesOfWorks().stream()
                .map(language ->
                        named("follow.podcast", language.label(), "/feeds/" + language.code() + about + ".xml"))
                .toList();
    }

    /** The programmes of loudspeakers, for calendars. */
    public List<Feed> getCalendars() {
        return programmes.list().stream()
                .map(station -> new Feed(
                        visit.of(station.place()),
                        visit.tagOf(station.place()),
                        visit.absolute(Addresses.PROGRAMMES + "/" + station.code() + ".ics")))
                .toList();
    }

    private Feed named(String key, Texts name, String path) {
        return new Feed(visit.say(key, visit.of(name)), null, visit.absolute(path));
    }

    /** Topics, each of which has feeds of its own. */
    public List<Item> getTopics() {
        return all;
    }

    /** This page about one topic. */
    public String about(String code) {
        return visit.link(Address.of(visit.getAddress().path()).with(TOPIC, code));
    }

    /** Whether the page is about this topic. */
    public boolean isChosen(String code) {
        return code.equals(topic);
    }
}
