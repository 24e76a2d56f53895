package vn.loa.taxonomy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Audiences;
import vn.loa.taxonomy.Genres;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Topic;
import vn.loa.taxonomy.Topics;

/** Codes and labels of everything content is described with. */
@Path("/")
@RequestScoped
@Transactional
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "taxonomies")
public class TaxonomiesResource {
    @Inject
    private Languages languages;

    @Inject
    private Genres genres;

    @Inject
    private Topics topics;

    @Inject
    private Audiences audiences;

    @Inject
    private Localities localities;

    /** @param parent code of the item above it */
    public record Item(String code, Texts label, @Nullable String parent) {}

    /** @param bcp47 for HTML lang; @param endonym its name in itself */
    public record LanguageItem(String code, Texts label, String bcp47, String endonym) {}

    /** @param medium audio, video, text or print */
    public record GenreItem(String code, Texts label, String medium) {}

    /**
     * @param code with {@code @validFrom} once the unit is no more, since the code may be used again
     * @param validTo the first day on which it is no more
     */
    public record LocalityItem(
            String code,
            Texts label,
            @Nullable String parent,
            String level,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<String> successors) {}

    @GET
    @Path("languages")
    @Operation(summary = "Languages of works")
    public List<LanguageItem> languages() {
        return languages.all().stream()
                .filter(language -> language.isContent())
                .map(l -> new LanguageItem(l.code(), l.label(), l.bcp47(), l.endonym()))
                .toList();
    }

    @GET
    @Path("genres")
    @Operation(summary = "Kinds of works")
    public List<GenreItem> genres() {
        return genres.all().stream()
                .map(g -> new GenreItem(g.code(), g.label(), g.medium().code()))
                .toList();
    }

    @GET
    @Path("topics")
    @Operation(summary = "The tree of topics")
    public List<Item> topics() {
        return topics.all().stream()
                .map(t -> new Item(
                        t.code(), t.label(), t.parent().map(Topic::code).orElse(null)))
                .toList();
    }

    @GET
    @Path("audiences")
    @Operation(summary = "Whom works are for")
    public List<Item> audiences() {
        return audiences.all().stream()
                .map(a -> new Item(a.code(), a.label(), null))
                .toList();
    }

    @GET
    @Path("localities")
    @Operation(summary = "Administrative units, those of today and those that were")
    public List<LocalityItem> localities() {
        var all = localities.all();
        var successions = localities.successions();
        var names = all.stream().collect(Collectors.toMap(Locality::id, Locality::addressName));
        return all.stream()
                .map(l -> new LocalityItem(
                        l.addressName(),
                        l.label(),
                        l.parent().map(Locality::addressName).orElse(null),
                        l.level().code(),
                        l.validFrom(),
                        l.validTo().orElse(null),
                        successions.getOrDefault(l.id(), List.of()).stream()
                                .map(id -> names.getOrDefault(id, ""))
                                .toList()))
                .toList();
    }
}
