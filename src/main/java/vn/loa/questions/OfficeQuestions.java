package vn.loa.questions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.common.Page;
import vn.loa.common.PlainText;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.questions.QuestionLines.Asked;
import vn.loa.questions.QuestionLines.Part;
import vn.loa.questions.QuestionList.Choice;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.FormerCodes;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Topic;
import vn.loa.taxonomy.Topics;

/** Reads questions in every state for those who have to do with them. The number of statements does not grow with the list. */
@ApplicationScoped
@Transactional
@Reading
public class OfficeQuestions {
    private static final int SHOWN_OF_TEXT = 160;

    @Inject
    private QuestionLines lines;

    @Inject
    private Questions questions;

    @Inject
    private Agencies agencies;

    @Inject
    private Topics topics;

    @Inject
    private Localities localities;

    @Inject
    private FormerCodes formerCodes;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Of the questions that they may see, one page: what is late first, then what waits, then what has ended.
     *
     * @param page from 1
     * @throws vn.loa.accounts.NotPermitted when they have nothing to do with questions
     */
    public QuestionList list(QuestionFilter wanted, int page, int size, Actor by) {
        QuestionPolicy.requireReader(by);
        var filter = wanted.about(formerCodes.present(FormerCodes.TOPIC, wanted.topic()));
        var asked = new Asked(filter, places(by), LocalDate.now(clock));
        var found = lines(lines.ids(asked, page, size));
        return new QuestionList(
                filter,
                new Page<>(found, lines.total(asked), page, size),
                states(lines.counts(Part.STATE, asked)),
                named(lines.counts(Part.AGENCY, asked), agencies.all(), Agency::code, Agency::name),
                named(lines.counts(Part.TOPIC, asked), topics.all(), Topic::code, Topic::label));
    }

    /** What waits for somebody, the late first; empty when questions are not their business. */
    public Optional<List<QuestionLine>> waiting(Actor by, int most) {
        if (by.roles().stream().noneMatch(QuestionPolicy.READERS::contains)) {
            return Optional.empty();
        }
        var asked = new Asked(QuestionFilter.none(), places(by), LocalDate.now(clock));
        return Optional.of(lines(lines.ids(asked, 1, most)).stream()
                .filter(line -> !line.state().equals(QuestionState.PUBLISHED.code())
                        && !line.state().equals(QuestionState.CLOSED.code()))
                .toList());
    }

    private @Nullable Collection<Long> places(Actor by) {
        return by.confinedTo() == null ? null : localities.below(by.confinedTo());
    }

    private List<QuestionLine> lines(List<Long> ids) {
        var today = LocalDate.now(clock);
        var texts = lines.texts(ids);
        var found = lines.questions(ids).stream().collect(Collectors.toMap(Question::requireId, each -> each));
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .map(question -> new QuestionLine(
                        question.requireId(),
                        question.title().isEmpty()
                                ? beginning(texts.getOrDefault(question.requireId(), ""))
                                : question.title(),
                        question.state().code(),
                        question.topic().map(Topic::label).orElse(Texts.none()),
                        question.locality().map(Locality::label).orElse(Texts.none()),
                        question.agency().map(Agency::name).orElse(Texts.none()),
                        question.receivedAt(),
                        question.dueOn().orElse(null),
                        question.isLate(today)))
                .toList();
    }

    private static String beginning(String text) {
        return PlainText.beginning(text.replaceAll("\\s+", " "), SHOWN_OF_TEXT);
    }

    private static List<Choice> states(Map<String, Long> counts) {
        var states = new ArrayList<Choice>();
        Stream.concat(
                        Stream.of(QuestionFilter.LATE),
                        Stream.of(QuestionState.values()).map(QuestionState::code))
                .filter(counts::containsKey)
                .forEach(code -> states.add(new Choice(code, Texts.none(), counts.getOrDefault(code, 0L))));
        return states;
    }

    private static <T> List<Choice> named(
            Map<String, Long> counts, List<T> all, Function<T, String> code, Function<T, Texts> label) {
        return all.stream()
                .filter(each -> counts.containsKey(code.apply(each)))
                .map(each -> new Choice(code.apply(each), label.apply(each), counts.getOrDefault(code.apply(each), 0L)))
                .toList();
    }

    /** One question; empty when there is none with this number, or it is none of theirs. */
    public Optional<QuestionCase> find(long id, Actor by) {
        QuestionPolicy.requireReader(by);
        return questions
                .find(id)
                .filter(question -> QuestionPolicy.maySee(by, question))
                .map(this::seen);
    }

    private QuestionCase seen(Question question) {
        var letter = questions.letter(question.requireId());
        return new QuestionCase(
                question.requireId(),
                question.version(),
                question.state().code(),
                question.isOnline() ? "/hoi-dap/" + question.slug() : null,
                letter.map(Letter::text).orElse(""),
                letter.flatMap(Letter::contact).isPresent(),
                question.isPublishable(),
                question.topic().map(Topic::code).orElse(""),
                question.topic().map(Topic::label).orElse(Texts.none()),
                question.locality().map(Locality::addressName).orElse(""),
                question.locality().map(Locality::label).orElse(Texts.none()),
                question.agency().map(Agency::code).orElse(""),
                question.agency().map(Agency::name).orElse(Texts.none()),
                question.receivedAt(),
                question.dueOn().orElse(null),
                question.isLate(LocalDate.now(clock)),
                question.title(),
                question.asked(),
                question.answer(),
                PersonalData.all(question.answer()),
                question.note(),
                question.isSample(),
                audit.of(question.kind().code(), question.requireId()).stream()
                        .map(deed -> new QuestionCase.Deed(deed.at(), deed.actor(), deed.action(), deed.note()))
                        .toList());
    }
}
