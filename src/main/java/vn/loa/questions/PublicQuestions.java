package vn.loa.questions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;
import vn.loa.common.PlainText;
import vn.loa.common.Reading;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.FormerCodes;
import vn.loa.taxonomy.Topic;
import vn.loa.taxonomy.Topics;

/** Reads what the public pages of questions show, in a constant number of statements. */
@ApplicationScoped
@Transactional
@Reading
public class PublicQuestions {
    @Inject
    private Questions questions;

    @Inject
    private Topics topics;

    @Inject
    private FormerCodes formerCodes;

    /** A word with the address of its page. @param path from the root */
    public record Named(Texts label, String path) {}

    /**
     * A public question with its answer.
     *
     * @param receivedAt when it came in
     * @param answeredAt when the answer was written
     */
    public record Shown(
            String slug,
            String title,
            String asked,
            String answer,
            Texts agency,
            @Nullable Named topic,
            @Nullable Named place,
            Instant receivedAt,
            Instant answeredAt,
            Instant publishedAt,
            boolean sample) {
        private static final int BEGINNING = 155;

        /** The first words of the answer in one line, for lists. */
        public String beginning() {
            return PlainText.beginning(answer.replaceAll("\\s+", " "), BEGINNING);
        }

        /** Address within the portal. */
        public String path() {
            return "/hoi-dap/" + slug;
        }
    }

    /** A topic that questions are about. */
    public record TopicCount(String code, Texts label, long count) {}

    /** @param topics those that public questions are about @param topic code of the one that it is narrowed to, as it is today; empty for all */
    public record Listed(Page<Shown> questions, List<TopicCount> topics, String topic) {}

    /** What somebody finds at the address of a question. */
    public sealed interface Visited {
        record Open(Shown question) implements Visited {}

        /** It was public and has been taken down. @param reason what the public is told */
        record Withdrawn(String title, String reason) implements Visited {}

        /** It was public, and nothing of it is kept. @param takenBack whether its sender wanted that */
        record Forgotten(boolean takenBack) implements Visited {}

        record Unknown() implements Visited {}
    }

    /** @param wanted code of the topic that they are about, or of one above it, which may be a former one; empty for all, and nothing is about what is no topic */
    public Listed list(String wanted, int page, int size) {
        var topic = formerCodes.present(FormerCodes.TOPIC, wanted);
        var counts = questions.countsByTopic();
        var all = topics.all();
        // What stands below a topic is about it, too.
        var summed = new LinkedHashMap<Topic, Long>();
        for (var each : all) {
            for (var above = Optional.of(each);
                    above.isPresent();
                    above = above.get().parent()) {
                summed.merge(above.get(), counts.getOrDefault(each.code(), 0L), Long::sum);
            }
        }
        var offered = all.stream()
                .filter(each -> summed.getOrDefault(each, 0L) > 0)
                .map(each -> new TopicCount(each.code(), each.label(), summed.getOrDefault(each, 0L)))
                .toList();
        var about = all.stream()
                .filter(each -> isWithin(each, topic))
                .map(Topic::code)
                .toList();
        if (!topic.isEmpty() && about.isEmpty()) {
            return new Listed(Page.empty(page, size), offered, topic);
        }
        return new Listed(
                questions
                        .published(topic.isEmpty() ? List.of() : about, page, size)
                        .map(PublicQuestions::shown),
                offered,
                topic);
    }

    private static boolean isWithin(Topic topic, String code) {
        for (var above = Optional.of(topic);
                above.isPresent();
                above = above.get().parent()) {
            if (above.get().code().equals(code)) {
                return true;
            }
        }
        return false;
    }

    public Visited visit(String slug) {
        if (!Slug.isSlug(slug)) {
            return new Visited.Unknown();
        }
        return questions
                .find(slug)
                .<Visited>map(question -> question.isOnline()
                        ? new Visited.Open(shown(question))
                        : new Visited.Withdrawn(question.withdrawnTitle(), question.withdrawnReason()))
                .or(() -> questions.gone(slug).map(Visited.Forgotten::new))
                .orElseGet(Visited.Unknown::new);
    }

    /** Public questions page by page, the last published first, for those who list all of them. */
    public Page<Shown> all(int page, int size) {
        return questions.published(List.of(), page, size).map(PublicQuestions::shown);
    }

    static Shown shown(Question question) {
        return new Shown(
                question.slug(),
                question.title(),
                question.asked(),
                question.answer(),
                question.agency().map(Agency::name).orElse(Texts.none()),
                question.topic()
                        .map(topic -> new Named(topic.label(), "/chu-de/" + topic.code()))
                        .orElse(null),
                question.locality()
                        .map(place -> new Named(place.label(), "/dia-ban/" + place.addressName()))
                        .orElse(null),
                question.receivedAt(),
                question.answeredAt().orElseGet(question::receivedAt),
                question.publishedAt().orElseThrow(),
                question.isSample());
    }
}
