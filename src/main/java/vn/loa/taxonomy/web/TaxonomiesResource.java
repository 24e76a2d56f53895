package vn.loa.taxonomy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.common.web.PageParameters;
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
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A page that is none")
    public PageShape<LanguageItem> languages(@BeanParam PageParameters page) {
        return page.ofMost().of(taxonomies.languagesOfWorks());
    }

    @GET
    @Path("genres")
    @Operation(summary = "Kinds of works")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A page that is none")
    public PageShape<GenreItem> genres(@BeanParam PageParameters page) {
        return page.ofMost().of(taxonomies.genres());
    }

    @GET
    @Path("topics")
    @Operation(summary = "The tree of topics")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A page that is none")
    public PageShape<Item> topics(@BeanParam PageParameters page) {
        return page.ofMost().of(taxonomies.topics());
    }

    @GET
    @Path("audiences")
    @Operation(summary = "Whom works are for")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A page that is none")
    public PageShape<Item> audiences(@BeanParam PageParameters page) {
        return page.ofMost().of(taxonomies.audiences());
    }

    @GET
    @Path("localities")
    @Operation(summary = "Administrative units, those of today and those that were")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A page that is none")
    public PageShape<LocalityItem> localities(@BeanParam PageParameters page) {
        return page.ofMost().of(taxonomies.localities());
    }
}
