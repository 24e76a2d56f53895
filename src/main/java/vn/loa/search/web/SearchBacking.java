package vn.loa.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Network;
import vn.loa.catalog.TopicPage.TopicLink;
import vn.loa.catalog.TopicPages;
import vn.loa.common.Page;
import vn.loa.common.Texts;
import vn.loa.common.web.Address;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.Filters;
import vn.loa.search.FoundItem;
import vn.loa.search.Names;
import vn.loa.search.NearWords;
import vn.loa.search.SearchEverything;
import vn.loa.search.SearchLog;
import vn.loa.search.Suggest;
import vn.loa.search.Suggest.Suggestion;
import vn.loa.search.Words;

/**
 * The search page: {@code /tim-kiem}. Products page by page, which facets narrow; the best plans, questions, topics, places and languages beside the first page
 * of all that was found. All plans, or all questions, page by page where the address asks for these alone.
 */
@Named
@RequestScoped
public class SearchBacking {
    private static final int SIZE = 12;
    private static final int PLANS = 5;
    private static final int QUESTIONS = 5;

    /** What stands on the first page of everything, in its order. */
    private static final Map<SubjectKind, Integer> FIRST = Collections.unmodifiableMap(
            new EnumMap<>(Map.of(SubjectKind.PRODUCT, SIZE, SubjectKind.PLAN, PLANS, SubjectKind.QUESTION, QUESTIONS)));

    /** Fewer words of a title may mean anything that is about them. */
    private static final int LONG_TITLE = 4;

    /** Names what is wanted alone. */
    private static final String SECTION = "muc";

    private static final Map<String, SubjectKind> SECTIONS =
            Map.of("ke-hoach", SubjectKind.PLAN, "hoi-dap", SubjectKind.QUESTION);

    @Inject
    private Visit visit;

    @Inject
    private SearchEverything everything;

    @Inject
    private Suggest suggest;

    @Inject
    private SearchLog log;

    @Inject
    private ClientAddress client;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Names names;

    @Inject
    private NearWords nearWords;

    @Inject
    private TopicPages topicPages;

    @Inject
    private Freshness freshness;

    private String words = "";
    private Page<FoundItem> products = Page.empty(1, SIZE);
    private Page<FoundItem> plans = Page.empty(1, PLANS);
    private Page<FoundItem> questions = Page.empty(1, QUESTIONS);
    private List<Suggestion> places = List.of();
    private List<TopicLink> topics = List.of();
    private List<NearWords.Near> near = List.of();
    private List<Suggestion> offers = List.of();
    private @Nullable String didYouMean;
    private boolean asTyped;
    private boolean readable = true;
    private boolean limited;
    private boolean partial;
    private boolean changing;
    private @Nullable SubjectKind section;
    private Refinement refinement = Refinement.none();
    private Paging paging = Paging.none();

    /** Looks for what the address asks for. */
    public void load() {
        var typed = Words.of(visit.parameter(Filters.WORDS));
        words = typed.map(Words::text).orElse("");
        section = SECTIONS.get(visit.parameter(SECTION));
        readable = typed.filter(words -> !words.areReadable()).isEmpty();
        typed.ifPresent(this::find);
        if (typed.isEmpty() || isNothing() || isStuck()) {
            topics = topicPages.top();
        }
        typed.filter(words -> !limited && !partial && isFirst())
                .ifPresent(words ->
                        log.asked(words, Network.of(client.of(request)).name(), isNothing() && places.isEmpty()));
        if (typed.isPresent()
                && (isNothing() || isStuck() && refinement.reliefs().isEmpty())
                && !limited) {
            var offered = nearWords.of(typed.get());
            near = offered.words();
            partial |= offered.partial();
        }
        if (isNothing() && !limited) {
            typed.ifPresent(this::offer);
        }
        if (limited || partial || changing) {
            freshness.keepNothing();
        }
    }

    /** Whether the words were just typed: whoever turns pages or chooses filters has looked for them before. */
    private boolean isFirst() {
        return section == null && !refinement.narrowed() && Paging.number(visit.parameter(Paging.PARAMETER)) == 1;
    }

    private void find(Words typed) {
        var filters = PageFilters.of(visit.getAddress());
        asTyped = filters.asTyped();
        var page = Paging.number(visit.parameter(Paging.PARAMETER));
        if (section != null) {
            findAlone(section, filters.wordsAlone(), page);
        } else if (page == 1 && !filters.narrows()) {
            findAll(typed, filters);
        } else {
            findWorks(filters, page);
        }
    }

    /** What is offered to whoever has a script while they type. */
    private void offer(Words typed) {
        var completion = suggest.complete(typed, visit.getLanguage());
        offers = completion.suggestions().stream()
                .filter(offer -> places.stream().noneMatch(place -> place.url().equals(offer.url())))
                .toList();
        partial |= completion.limited();
    }

    private void findAll(Words typed, Filters filters) {
        var language = visit.getLanguage();
        var called = names.current();
        var found = everything.apart(filters, called, FIRST, PageFilters.COUNTED, language);
        products = found.list(SubjectKind.PRODUCT);
        plans = found.list(SubjectKind.PLAN);
        questions = found.list(SubjectKind.QUESTION);
        refinement = Refinement.of(filters, found.facets(), found.without(), visit);
        paging = Paging.of(products, PageFilters.firstPage(visit));
        didYouMean = found.didYouMean();
        limited = found.limited();
        partial = found.partial();
        changing = found.changing();
        places = suggest.places(typed, called, language);
    }

    private void findWorks(Filters filters, int page) {
        var found = everything.find(
                filters, EnumSet.of(SubjectKind.PRODUCT), page, SIZE, PageFilters.COUNTED, visit.getLanguage());
        products = found.items();
        refinement = Refinement.of(filters, found.facets(), found.without(), visit);
        paging = Paging.of(products, PageFilters.firstPage(visit));
        didYouMean = found.didYouMean();
        limited = found.limited();
        partial = found.partial();
        changing = found.changing();
    }

    private void findAlone(SubjectKind kind, Filters filters, int page) {
        var found = everything.find(filters, EnumSet.of(kind), page, SIZE, Set.of(), visit.getLanguage());
        if (kind == SubjectKind.PLAN) {
            plans = found.items();
        } else {
            questions = found.items();
        }
        paging = Paging.of(found.items(), PageFilters.firstPage(visit));
        didYouMean = found.didYouMean();
        limited = found.limited();
        partial = found.partial();
        changing = found.changing();
    }

    /** What was typed; empty without a query. */
    public String getWords() {
        return words;
    }

    public Page<FoundItem> getProducts() {
        return products;
    }

    public Page<FoundItem> getPlans() {
        return plans;
    }

    /** Questions with their answers. */
    public Page<FoundItem> getQuestions() {
        return questions;
    }

    /** What is shown alone, as it is called; empty when it is everything. */
    public String getSection() {
        return section == null ? "" : visit.text(section == SubjectKind.PLAN ? "found.plans" : "questions.title");
    }

    /** All plans that were found; empty when all of them are here. */
    public String getAllPlans() {
        return all("ke-hoach", plans);
    }

    /** All questions that were found; empty when all of them are here. */
    public String getAllQuestions() {
        return all("hoi-dap", questions);
    }

    private String all(String name, Page<FoundItem> found) {
        return section != null || found.total() <= found.size() ? "" : visit.link(these().with(SECTION, name));
    }

    /** The page of everything for these words. */
    public String getEverything() {
        return visit.link(these());
    }

    /** These words, and that they mean just what was typed if that was asked for. */
    private Address these() {
        return asTyped ? insisting() : bare(words);
    }

    private Address insisting() {
        return bare(words).with(Filters.AS_TYPED, "1");
    }

    /** Whether there are things of more than one kind, so that one wants to go from one list to the next. */
    public boolean isSeveral() {
        return Stream.of(products, plans, questions)
                        .filter(list -> list.total() > 0)
                        .count()
                > 1;
    }

    /** Whether filters, which only works have, keep plans and questions away. */
    public boolean isWorksAlone() {
        return section == null && refinement.narrowed();
    }

    /** Whether the plans stand above the works: the number of one, the person who has signed one, or what only a plan is called was looked for. */
    public boolean isPlanMeant() {
        return plans.items().stream().anyMatch(plan -> plan.signer() != null || isCited(plan))
                || isCalledSo(plans) && !isCalledSo(products);
    }

    private boolean isCalledSo(Page<FoundItem> list) {
        return Words.of(words).stream()
                .filter(typed -> typed.each().size() >= LONG_TITLE)
                .anyMatch(typed -> list.items().stream()
                        .anyMatch(item -> typed.standTogetherIn(item.title().in(Texts.FALLBACK))));
    }

    private boolean isCited(FoundItem plan) {
        var reference = plan.reference();
        return reference != null
                && Words.of(words).filter(typed -> typed.cite(reference)).isPresent();
    }

    /** Topics, places and languages with such a name. */
    public List<Suggestion> getPlaces() {
        return places;
    }

    /** Topics to go on with, where there is nothing else to show. */
    public List<TopicLink> getTopics() {
        return topics;
    }

    /** Fewer of the words, which find something, when all of them together do not. */
    public List<NearWords.Near> getNear() {
        return near;
    }

    /** What begins like the words, when nothing has them; places that are shown anyway left out. */
    public List<Suggestion> getOffers() {
        return offers;
    }

    /** Whether somebody who has looked in vain is asked to ask. */
    public boolean isToBeAsked() {
        return readable && !limited && (isNothing() || isStuck());
    }

    /** The question as it was typed, without looking for what may be meant. */
    public String getAsTyped() {
        return visit.link(insisting());
    }

    /** Words that were looked for instead, because those typed find nothing; else null. */
    public @Nullable String getDidYouMean() {
        return didYouMean;
    }

    /** Whether nothing at all was found for the words; topics and places may be called so. */
    public boolean isNothing() {
        return !words.isEmpty()
                && !refinement.narrowed()
                && products.total() == 0
                && plans.total() == 0
                && questions.total() == 0;
    }

    /** Whether filters leave nothing. */
    private boolean isStuck() {
        return !words.isEmpty() && refinement.narrowed() && products.total() == 0;
    }

    /** The page for these words without filters, as they are counted. */
    public String addressOf(String text) {
        return visit.link(bare(text));
    }

    private Address bare(String text) {
        return Address.of(visit.getAddress().path()).with(Filters.WORDS, text);
    }

    /** What is said when nothing at all was found. */
    public String getNothingToSay() {
        return visit.say(!readable ? "found.unreadable" : places.isEmpty() ? "found.none" : "found.none.places", words);
    }

    /** Whether only the beginning of what was typed was looked for. */
    public boolean isCut() {
        return Words.isTooLong(visit.parameter(Filters.WORDS));
    }

    /** Whether the search server is away: then only titles of products are searched. */
    public boolean isLimited() {
        return limited;
    }

    /** Whether the search server was too slow for all of it, so that something may be missing. */
    public boolean isPartial() {
        return partial;
    }

    public Refinement getRefinement() {
        return refinement;
    }

    public Paging getPaging() {
        return paging;
    }
}
