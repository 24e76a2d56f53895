package vn.loa.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.CurrentPriorities;
import vn.loa.catalog.Episode;
import vn.loa.catalog.Episodes;
import vn.loa.catalog.Player;
import vn.loa.common.Messages;
import vn.loa.common.Page;
import vn.loa.common.PortalIdentity;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Taxonomies;
import vn.loa.taxonomy.Taxonomies.LanguageItem;

/**
 * What can be heard in one language, in the form of RSS 2.0 with what Apple (itunes) and Podcasting 2.0 (podcast) have added: one item
 * for each work, the newest first. The name of an item never changes.
 */
@ApplicationScoped
public class PodcastFeed {
    static final int SIZE = 50;
    private static final String TYPE = "application/rss+xml";

    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.ofHours(7));

    private static final Map<String, String> SPACES = spaces();

    @Inject
    private Episodes episodes;

    @Inject
    private Masthead masthead;

    @Inject
    private PortalIdentity identity;

    @Inject
    private CurrentPriorities priorities;

    /** @param topic null for all topics */
    public record Channel(LanguageItem language, Taxonomies.@Nullable Item topic, List<String> topics) {
        public Channel {
            topics = List.copyOf(topics);
        }

        public String code() {
            return language.code();
        }
    }

    private static Map<String, String> spaces() {
        var spaces = new LinkedHashMap<String, String>();
        spaces.put("atom", FeedWriter.ATOM);
        spaces.put("content", "http://purl.org/rss/1.0/modules/content/");
        spaces.put("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");
        spaces.put("podcast", "https://podcastindex.org/namespace/1.0");
        return spaces;
    }

    /** One part of the feed. @param number from 1; beyond the last there is nothing in it */
    public void write(Channel channel, int number, FeedPage at, OutputStream out) throws XMLStreamException {
        var page = episodes.in(channel.code(), channel.topics(), number, SIZE);
        var xml = new FeedWriter(out);
        xml.begin("rss", SPACES, "version", "2.0");
        xml.open("channel");
        head(xml, channel, at, page);
        for (var episode : page.items()) {
            item(xml, channel, at.root(), episode);
        }
        xml.end();
    }

    private void head(FeedWriter xml, Channel channel, FeedPage at, Page<Episode> page) throws XMLStreamException {
        var title = title(channel);
        xml.text("title", title);
        xml.text(
                "link",
                at.root()
                        + (channel.topic() == null
                                ? "/"
                                : "/chu-de/" + channel.topic().code()));
        xml.text("description", masthead.about().in(channel.code()));
        xml.text("language", channel.language().bcp47());
        // Not when it was written: who has it would be sent it again whenever anything else changes.
        for (var newest : page.items().stream().limit(1).toList()) {
            xml.text("lastBuildDate", DATE.format(newest.publishedAt()));
        }
        xml.text("generator", "Loa");
        xml.text("ttl", "60");
        at.links(xml, "atom:link", TYPE, page);
        xml.open("image");
        xml.text("url", at.root() + masthead.emblem());
        xml.text("title", title);
        xml.text("link", at.root() + "/");
        xml.close();
        // As large as Apple asks for; the picture above must be small.
        xml.empty("itunes:image", "href", at.root() + masthead.cover());
        xml.text("itunes:author", masthead.agency().in(channel.code()));
        xml.text("itunes:explicit", "false");
        xml.text("itunes:type", "episodic");
        xml.open("itunes:category", "text", "Government");
        xml.close();
        xml.text("podcast:guid", at.name().toString());
        xml.text("podcast:medium", "podcast");
        // Nobody but the portal moves it elsewhere.
        xml.text("podcast:locked", "yes");
        xml.text("podcast:location", masthead.place().in(channel.code()));
    }

    private String title(Channel channel) {
        var name = masthead.name().in(channel.code()) + " – "
                + channel.language().label().in(Texts.FALLBACK);
        return channel.topic() == null
                ? name
                : name + " – " + channel.topic().label().in(channel.code());
    }

    private void item(FeedWriter xml, Channel channel, String root, Episode episode) throws XMLStreamException {
        var code = channel.code();
        var page = root + "/san-pham/" + episode.slug() + "?tieng=" + code;
        var summary = episode.summary().in(code);
        xml.open("item");
        xml.text("title", episode.title().in(code));
        xml.text("link", page);
        xml.text("guid", "urn:uuid:" + identity.name("product/" + episode.id() + "/" + code), "isPermaLink", "false");
        xml.text("pubDate", DATE.format(episode.publishedAt()));
        xml.text("description", episode.note() == null ? summary : summary + " (" + episode.note() + ")");
        xml.text("category", episode.genre().in(code));
        for (var pressing : priorities.of(episode.id()).stream().toList()) {
            xml.text(
                    "category",
                    Messages.in(code).text("priority." + pressing.priority().code()));
        }
        xml.empty(
                "enclosure",
                "url",
                root + episode.main().url(),
                "length",
                String.valueOf(episode.main().bytes()),
                "type",
                episode.main().contentType());
        if (episode.seconds() > 0) {
            xml.text("itunes:duration", String.valueOf(episode.seconds()));
        }
        xml.text("itunes:explicit", "false");
        xml.text("itunes:episodeType", "full");
        if (episode.picture() != null) {
            xml.empty("itunes:image", "href", root + episode.picture().url());
        }
        xml.text("itunes:author", makers(episode));
        more(xml, channel, root, episode);
        xml.close();
    }

    private static String makers(Episode episode) {
        return episode.credits().stream()
                .map(person -> person.name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static void more(FeedWriter xml, Channel channel, String root, Episode episode) throws XMLStreamException {
        for (var words : episode.words()) {
            xml.empty(
                    "podcast:transcript",
                    "url",
                    root + words,
                    "type",
                    "text/vtt",
                    "language",
                    channel.language().bcp47(),
                    "rel",
                    "captions");
        }
        for (var person : episode.credits()) {
            for (var part : PodcastRole.of(person.role()).stream().toList()) {
                xml.text("podcast:person", person.name(), "group", part.group(), "role", part.role());
            }
        }
        for (var place : episode.localities()) {
            xml.text("podcast:location", place.label().in(channel.code()));
        }
        alternative(xml, channel, root, episode.main(), episode.seconds(), true);
        for (var other : episode.others()) {
            alternative(xml, channel, root, other, episode.seconds(), false);
        }
    }

    private static void alternative(
            FeedWriter xml, Channel channel, String root, Player.Source source, long seconds, boolean usual)
            throws XMLStreamException {
        xml.open(
                "podcast:alternateEnclosure",
                "type",
                source.contentType(),
                "length",
                String.valueOf(source.bytes()),
                "bitrate",
                seconds > 0 ? String.valueOf(source.bytes() * 8 / seconds) : null,
                "height",
                source.height() == null ? null : String.valueOf(source.height()),
                "lang",
                channel.language().bcp47(),
                "default",
                usual ? "true" : null);
        xml.empty("podcast:source", "uri", root + source.url());
        xml.close();
    }
}
