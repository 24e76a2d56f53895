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
import vn.loa.search.SearchEverything;
import vn.loa.search.Suggest;
import vn.loa.search.Suggest.Suggestion;
import vn.loa.search.Words;

/** Search and suggestions for programs. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search")
public class SearchResource {
    /** Those of the public contract; of moments in subtitles and of questions nothing is indexed yet, so they find nothing. */
    private static final Set<String> KINDS = Set.of("product", "plan", "cue", "question");

    @Inject
    private SearchEverything everything;

    @Inject
    private Suggest suggest;

    /**
     * @param facets of everything found, products and plans together
     * @param limited whether the search server is away, so that only titles of products were searched
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
            String language) {
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
                    found.title().languageFor(language));
        }
    }

    @GET
    @Path("search")
    @Operation(
            summary = "Products and plans that contain the words",
            description = "Takes the filters of products, too. Of the kinds cue and question there is nothing yet.")
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
        var found = everything.find(
                filters.filters(), kinds(kind), asked.page(), asked.size(), EnumSet.allOf(Facet.class), language);
        var items = found.items();
        var answer = new Answer(
                items.total(),
                items.number(),
                items.size(),
                items.items().stream().map(item -> Item.of(item, language)).toList(),
                FacetShape.of(found.facets()),
                found.didYouMean(),
                found.limited());
        return LimitedAnswers.of(answer, found.limited());
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
