package vn.loa.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.common.InvalidInput;
import vn.loa.common.Texts;
import vn.loa.common.web.PageParameters;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.Facet;
import vn.loa.search.FoundItem;
import vn.loa.search.FoundPart;
import vn.loa.search.PartKind;
import vn.loa.search.SearchCues;
import vn.loa.search.SearchEverything;
import vn.loa.search.SearchEverything.Results;
import vn.loa.search.SearchMixed;
import vn.loa.search.Suggest;
import vn.loa.search.Suggest.Suggestion;
import vn.loa.search.Words;

/** Search and suggestions for programs. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search")
public class SearchResource {
    private static final String CUE = PartKind.CUE.code();

    /** Those of the public contract. */
    private static final Set<String> KINDS = Set.of("product", "plan", CUE, "question");

    @Inject
    private SearchEverything everything;

    @Inject
    private SearchCues cues;

    @Inject
    private SearchMixed mixed;

    @Inject
    private Suggest suggest;

    /**
     * @param facets of everything found, of all kinds together; cues are not counted
     * @param limited whether the search server is away, so that only titles of products were searched, or too slow, so that something may be missing
     */
    public record Answer(
            long total,
            int page,
            int size,
            List<Item> items,
            @Nullable Map<String, List<FacetShape>> facets,
            @Nullable String didYouMean,
            boolean limited) {}

    /**
     * @param reference number and symbol of a plan
     * @param signer who signed a plan, when that is the name that was looked for
     * @param snippet HTML with the found words in mark
     * @param snippetLanguage that of the titles, else Vietnamese
     * @param language of the title
     * @param startSeconds of a cue
     * @param parts where the words stand, at most three: the best, moments in the order of time
     */
    public record Item(
            String kind,
            String slug,
            String title,
            String url,
            @Nullable String reference,
            @Nullable String signer,
            @Nullable String snippet,
            @Nullable String snippetLanguage,
            String language,
            @Nullable Double startSeconds,
            @Nullable List<Part> parts) {
        /** A cue that stands for itself. */
        static Item ofCue(FoundItem found, String language) {
            var cue = found.parts().get(0);
            return new Item(
                    CUE,
                    found.slug(),
                    found.title().in(language),
                    cue.url(),
                    null,
                    null,
                    cue.snippet(),
                    cue.language(),
                    found.title().languageFor(language),
                    Part.of(cue).startSeconds(),
                    null);
        }

        static Item of(FoundItem found, String language) {
            return new Item(
                    found.kind().code(),
                    found.slug(),
                    found.title().in(language),
                    found.url(),
                    found.reference(),
                    found.signer(),
                    found.snippet(),
                    found.snippetLanguage(),
                    found.title().languageFor(language),
                    null,
                    found.parts().isEmpty()
                            ? null
                            : found.parts().stream().map(Part::of).toList());
        }
    }

    /**
     * A place within a product or plan.
     *
     * @param kind cue, section or page
     * @param url opens it
     * @param label what a section is called
     * @param snippet HTML with the found words in mark
     * @param language of the snippet
     * @param startSeconds of a cue
     * @param page of a document that tells pages
     */
    public record Part(
            String kind,
            String url,
            @Nullable String label,
            String snippet,
            String language,
            @Nullable Double startSeconds,
            @Nullable Integer page) {
        private static final double MILLIS = 1000;

        static Part of(FoundPart found) {
            return new Part(
                    found.kind().code(),
                    found.url(),
                    found.label(),
                    found.snippet(),
                    found.language(),
                    found.kind() == PartKind.CUE ? found.place() / MILLIS : null,
                    found.kind() == PartKind.PAGE && found.place() > 0 ? (int) found.place() : null);
        }
    }

    @GET
    @Path("search")
    @Operation(
            summary = "Products, plans, and questions with their answers, that contain the words",
            description =
                    "Takes the filters of products, too. Each product and plan comes with the cues and sections in"
                            + " which the words stand; with the kind cue, the cues of all products are listed one by one,"
                            + " after what there is of other kinds that are asked for.")
    @APIResponse(
            responseCode = "200",
            description = "The best matches first",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "A page, date, order or kind that is none")
    public Response search(
            @BeanParam ApiFilters filters,
            @Parameter(description = "product, plan, cue, question; several parted by commas")
                    @QueryParam("kind")
                    @Nullable String kind,
            @Parameter(description = "Language of the titles and passages")
                    @QueryParam("hl")
                    @DefaultValue(Texts.FALLBACK)
                    String language,
            @BeanParam PageParameters page) {
        var asked = page.query();
        var wanted = kinds(kind);
        var facets = EnumSet.allOf(Facet.class);
        var said = List.<FoundItem>of();
        Results found;
        if (!asksForCues(kind)) {
            found = everything.find(filters.filters(), wanted, asked.page(), asked.size(), facets, language);
        } else if (wanted.isEmpty()) {
            var only = cues.find(filters.filters(), asked.page(), asked.size());
            said = only.items().items();
            found = only.withoutItems();
        } else {
            var both = mixed.find(filters.filters(), wanted, asked.page(), asked.size(), facets, language);
            said = both.cues();
            found = both.wholes();
        }
        var items = found.items();
        var answer = new Answer(
                items.total(),
                items.number(),
                items.size(),
                Stream.concat(
                                items.items().stream().map(item -> Item.of(item, language)),
                                said.stream().map(item -> Item.ofCue(item, language)))
                        .toList(),
                FacetShape.of(found.facets()),
                found.didYouMean(),
                found.limited() || found.partial());
        return LimitedAnswers.of(answer, answer.limited() || found.changing());
    }

    @GET
    @Path("suggest")
    @Operation(summary = "Up to ten titles, topics and places that begin like the words")
    @APIResponse(
            responseCode = "200",
            description = "Topics and places first",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Suggestion.class)))
    public Response suggest(
            @QueryParam("q") @Nullable String words,
            @Parameter(description = "Language of the suggestions") @QueryParam("hl") @DefaultValue(Texts.FALLBACK)
                    String language) {
        var offered =
                Words.of(words).map(typed -> suggest.complete(typed, language)).orElse(Suggest.Completion.NONE);
        return LimitedAnswers.of(offered.suggestions(), offered.limited());
    }

    private static boolean asksForCues(@Nullable String kind) {
        return kind != null && Stream.of(kind.split(",", -1)).map(String::strip).anyMatch(CUE::equals);
    }

    /** @throws InvalidInput when one of them is no kind */
    static Set<SubjectKind> kinds(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return EnumSet.allOf(SubjectKind.class);
        }
        var codes = Stream.of(asked.split(",", -1)).map(String::strip).toList();
        if (!KINDS.containsAll(codes)) {
            throw InvalidInput.of("kind", "must be one or more of product, plan, cue and question, parted by commas");
        }
        return Arrays.stream(SubjectKind.values())
                .filter(kind -> codes.contains(kind.code()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SubjectKind.class)));
    }
}
