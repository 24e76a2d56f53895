package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.catalog.TopicPage.TopicLink;
import vn.loa.common.Page;
import vn.loa.common.Reading;
import vn.loa.taxonomy.FormerCodes;
import vn.loa.taxonomy.Topic;
import vn.loa.taxonomy.Topics;

/** Reads what the pages of topics show, in a constant number of statements. */
@ApplicationScoped
@Transactional
@Reading
public class TopicPages {
    private static final int SIZE = 24;

    @Inject
    private Topics topics;

    @Inject
    private FormerCodes formerCodes;

    @Inject
    private ProductLists products;

    @Inject
    private ProductCards cards;

    /** The topic with this code. @param page from 1 */
    public Optional<TopicPage> find(String code, int page) {
        var all = topics.all();
        return all.stream()
                .filter(topic -> topic.code().equals(code))
                .findFirst()
                .map(topic -> page(topic, all, page));
    }

    /** The code of the topic that has taken the place of one that was changed or merged. One statement. */
    public Optional<String> now(String code) {
        return formerCodes.now(FormerCodes.TOPIC, code);
    }

    /** The topics that stand at the top and have something in them or below them, in their order. Two statements. */
    public List<TopicLink> top() {
        var all = topics.all();
        var filled = products.topics();
        var highest = all.stream()
                .filter(topic -> filled.contains(topic.code()))
                .map(TopicPages::highest)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(topic -> highest.contains(topic.code()))
                .map(TopicPages::link)
                .toList();
    }

    private static String highest(Topic topic) {
        return topic.parent().map(TopicPages::highest).orElseGet(topic::code);
    }

    private TopicPage page(Topic topic, List<Topic> all, int page) {
        var ids = products.aboutTopics(topics.withDescendants(topic.code()), page, SIZE);
        return new TopicPage(
                topic.code(),
                topic.label(),
                topic.icon(),
                topic.parent().map(TopicPages::link).orElse(null),
                all.stream()
                        .filter(other -> other.parent().filter(topic::equals).isPresent())
                        .map(TopicPages::link)
                        .toList(),
                new Page<>(cards.of(ids.items()), ids.total(), ids.number(), ids.size()));
    }

    private static TopicLink link(Topic topic) {
        return new TopicLink(topic.code(), topic.label(), topic.icon());
    }
}
