package vn.loa.syndication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard;
import vn.loa.common.Page;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.SecurityHeaders;
import vn.loa.common.web.Visit;
import vn.loa.search.Catalogue;
import vn.loa.search.Filters;
import vn.loa.search.SearchCatalogue;
import vn.loa.syndication.ChosenVoices;
import vn.loa.syndication.ChosenVoices.Chosen;
import vn.loa.syndication.Masthead;

/** A list within the page of another site, narrowed as the catalogue is. */
@Named
@RequestScoped
public class EmbedListBacking {
    static final String SIZE = "so";
    static final String VOICE = "tieng";
    static final String CATALOGUE = "/san-pham";
    static final int USUAL_SIZE = 6;
    static final int LARGEST_SIZE = 24;

    @Inject
    private SearchCatalogue catalogue;

    @Inject
    private Visit visit;

    @Inject
    private Frame frame;

    @Inject
    private Masthead masthead;

    @Inject
    private ChosenVoices voices;

    private EmbedLook look = EmbedLook.NONE;
    private Catalogue found = Catalogue.empty();
    private Chosen chosen = Chosen.NONE;
    private boolean unfiltered;

    public void load() {
        var address = visit.getAddress();
        look = EmbedLook.of(address, EmbedLook.OF_LIST, masthead.accent());
        SecurityHeaders.allowStyle(look.getSheet(), frame.response());
        var filters = Filters.ofPage(address::all);
        found = catalogue.list(filters, 1, size(visit.parameter(SIZE)), Set.of());
        if (found.limited()) {
            unfiltered = filters.narrows();
            frame.keepNothing();
        } else {
            chosen = voices.of(found.products().items(), filters);
        }
    }

    /** How many products a list shows that asks for so many. */
    static int size(String written) {
        return written.matches("[1-9]\\d?") ? Math.min(LARGEST_SIZE, Integer.parseInt(written)) : USUAL_SIZE;
    }

    public EmbedLook getLook() {
        return look;
    }

    public Page<ProductCard> getProducts() {
        return found.products();
    }

    /** Whether the list is not narrowed as it should be, because the search server is away. */
    public boolean isUnfiltered() {
        return unfiltered;
    }

    /** The embed of one product that looks as this list does. */
    public String embed(ProductCard card) {
        var address = Address.of(Addresses.EMBEDS + "/" + card.slug()).with(EmbedLook.ACCENT, look.accent());
        var language = chosen.languages().get(card.id());
        var spoken = language == null ? address : address.with(VOICE, language);
        return visit.link(look.dark() ? spoken.with(EmbedLook.GROUND, EmbedLook.DARK) : spoken);
    }

    /** How long it is in the voice that the list is narrowed to, or at most. */
    public @Nullable Duration length(ProductCard card) {
        var heard = chosen.heard().get(card.id());
        return heard == null || heard.seconds() == 0 ? card.duration() : Duration.ofSeconds(heard.seconds());
    }

    /** Codes of the languages it is said to be heard in: the one that the list is narrowed to, or all. */
    public List<String> tongues(ProductCard card) {
        var heard = chosen.heard().containsKey(card.id());
        return heard ? List.of(Objects.requireNonNull(chosen.languages().get(card.id()))) : card.voices();
    }

    /** The same list in the catalogue. */
    public String getAll() {
        return visit.link(EmbedCodeBacking.narrowed(visit.getAddress()).at(CATALOGUE));
    }
}
