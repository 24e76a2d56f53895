package vn.loa.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.CurrentPriorities;
import vn.loa.catalog.ProductCard;
import vn.loa.catalog.ProductDescriptions;
import vn.loa.common.web.PageParameters;
import vn.loa.search.Facet;
import vn.loa.search.SearchCatalogue;

/** The catalogue for programs. */
@Path("products")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public class ProductsResource {
    @Inject
    private CurrentPriorities priorities;

    @Inject
    private SearchCatalogue catalogue;

    @Inject
    private ProductDescriptions descriptions;

    /**
     * @param facets null unless they were asked for
     * @param didYouMean words that were looked for instead, because those asked for find nothing; else null
     * @param limited whether the search server is away, so that only titles were searched and filters had no effect, or too slow, so that something may
     *     be missing
     */
    public record Answer(
            long total,
            int page,
            int size,
            List<ProductShape> items,
            @Nullable Map<String, List<FacetShape>> facets,
            @Nullable String didYouMean,
            boolean limited) {}

    @GET
    @Operation(
            summary = "Public products by words and filters",
            description =
                    "Filters may be repeated: several values of one filter widen the list, different filters narrow it."
                            + " Values that do not exist narrow it to nothing.")
    @APIResponse(
            responseCode = "200",
            description = "A page of products",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "A page, date or order that is none")
    public Response list(
            @BeanParam ApiFilters filters,
            @Parameter(description = "Whether to count the values of all facets") @QueryParam("facets") boolean facets,
            @BeanParam PageParameters page) {
        var asked = page.query();
        var found = catalogue.list(
                filters.filters(),
                asked.page(),
                asked.size(),
                facets ? EnumSet.allOf(Facet.class) : EnumSet.noneOf(Facet.class));
        var products = found.products();
        var described =
                descriptions.of(products.items().stream().map(ProductCard::id).toList());
        var answer = new Answer(
                products.total(),
                products.number(),
                products.size(),
                products.items().stream()
                        .flatMap(card -> Stream.ofNullable(described.get(card.id()))
                                .map(description -> ProductShape.of(card, description, priorities.of(card.id()))))
                        .toList(),
                FacetShape.of(found.facets()),
                found.didYouMean(),
                found.limited() || found.partial());
        return LimitedAnswers.of(answer, answer.limited());
    }
}
