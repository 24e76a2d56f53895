package vn.loa.taxonomy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.PageQuery;
import vn.loa.common.web.PageShape;
import vn.loa.taxonomy.Taxonomies;
import vn.loa.taxonomy.Taxonomies.GenreItem;
import vn.loa.taxonomy.Taxonomies.Item;
import vn.loa.taxonomy.Taxonomies.LanguageItem;
import vn.loa.taxonomy.Taxonomies.LocalityItem;

/** Codes and labels of everything content is described with. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "taxonomies")
public class TaxonomiesResource {
    @Inject
    private Taxonomies taxonomies;

    @GET
    @Path("languages")
    @Operation(summary = "Languages of works")
    public PageShape<LanguageItem> languages(
            @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return PageQuery.ofMost(page, size).of(taxonomies.languagesOfWorks());
    }

    @GET
    @Path("genres")
    @Operation(summary = "Kinds of works")
    public PageShape<GenreItem> genres(
            @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return PageQuery.ofMost(page, size).of(taxonomies.genres());
    }

    @GET
    @Path("topics")
    @Operation(summary = "The tree of topics")
    public PageShape<Item> topics(
            @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return PageQuery.ofMost(page, size).of(taxonomies.topics());
    }

    @GET
    @Path("audiences")
    @Operation(summary = "Whom works are for")
    public PageShape<Item> audiences(
            @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return PageQuery.ofMost(page, size).of(taxonomies.audiences());
    }

    @GET
    @Path("localities")
    @Operation(summary = "Administrative units, those of today and those that were")
    public PageShape<LocalityItem> localities(
            @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
        return PageQuery.ofMost(page, size).of(taxonomies.localities());
    }
}
