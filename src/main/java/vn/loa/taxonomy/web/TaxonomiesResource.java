package vn.loa.taxonomy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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
    public List<LanguageItem> languages() {
        return taxonomies.languagesOfWorks();
    }

    @GET
    @Path("genres")
    @Operation(summary = "Kinds of works")
    public List<GenreItem> genres() {
        return taxonomies.genres();
    }

    @GET
    @Path("topics")
    @Operation(summary = "The tree of topics")
    public List<Item> topics() {
        return taxonomies.topics();
    }

    @GET
    @Path("audiences")
    @Operation(summary = "Whom works are for")
    public List<Item> audiences() {
        return taxonomies.audiences();
    }

    @GET
    @Path("localities")
    @Operation(summary = "Administrative units, those of today and those that were")
    public List<LocalityItem> localities() {
        return taxonomies.localities();
    }
}
