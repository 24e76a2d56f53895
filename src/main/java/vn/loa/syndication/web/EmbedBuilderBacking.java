package vn.loa.syndication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.Listening;
import vn.loa.catalog.ProductCard;
import vn.loa.catalog.ProductCard.Poster;
import vn.loa.catalog.ProductCards;
import vn.loa.catalog.ProductLists;
import vn.loa.catalog.ProductPage;
import vn.loa.catalog.ProductPages;
import vn.loa.catalog.ProductVisit;
import vn.loa.common.PublicAddress;
import vn.loa.common.Texts;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.InterfaceLanguage;
import vn.loa.common.web.Visit;
import vn.loa.search.Filters;
import vn.loa.search.SearchCatalogue;
import vn.loa.search.Words;
import vn.loa.syndication.Masthead;
import vn.loa.syndication.web.ListFields.Field;
import vn.loa.syndication.web.ListFields.Option;
import vn.loa.taxonomy.Taxonomies;

/** Where somebody makes the code of an embed to measure and sees what comes of it. All of it stands in the address. */
@Named
@RequestScoped
public class EmbedBuilderBacking {
    private static final String KIND = "dang";
    private static final String LIST = "danh-sach";
    private static final String WORK = "ma";
    private static final String LANGUAGE = "ngon-ngu";
    private static final String VOICE = "tieng";
    private static final int SUGGESTED = 6;

    @Inject
    private ProductPages pages;

    @Inject
    private ProductLists lists;

    @Inject
    private ProductCards cards;

    @Inject
    private SearchCatalogue catalogue;

    @Inject
    private ListFields narrowing;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private PublicAddress address;

    @Inject
    private Visit visit;

    @Inject
    private Masthead masthead;

    private boolean list;
    private String work = "";
    private boolean unknown;
    private boolean foreign;
    private List<ProductCard> suggested = List.of();
    private @Nullable EmbedCode code;
    private @Nullable Poster picture;
    private List<Field> choices = List.of();

    public void load() {
        list = visit.parameter(KIND).equals(LIST);
        work = slug(visit.parameter(WORK));
        if (list) {
            code = new EmbedCode(address.root(), path(listed()), title(), heightOfList());
            choices =
                    Stream.concat(narrowing.fields(), looks(EmbedLook.OF_LIST)).toList();
        } else {
            var shown = shown();
            unknown = shown.isEmpty() && !work.isEmpty();
            suggested = suggestions();
            code = shown.map(this::code).orElse(null);
            choices = Stream.concat(shown.stream().flatMap(this::voices), looks(EmbedLook.OF_PRODUCT))
                    .toList();
        }
    }

    /** People paste the address of its page. */
    private String slug(String written) {
        foreign = address.isKnown()
                && written.contains("://")
                && !written.strip().equals(address.root())
                && !written.strip().startsWith(address.root() + "/");
        if (foreign) {
            return written.strip();
        }
        var bare = written.strip().replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        return bare.substring(bare.lastIndexOf('/') + 1);
    }

    private Optional<ProductPage> shown() {
        if (work.isEmpty()) {
            // Whoever comes without a work sees what it would be like with the newest.
            cards.of(lists.newest(1, 1).items()).forEach(newest -> work = newest.slug());
        }
        return !foreign
                        && pages.visit(work, new Listening(visit.parameter(VOICE), language(), "", 0, false))
                                instanceof ProductVisit.Shown found
                ? Optional.of(found.page())
                : Optional.empty();
    }

    /** What somebody may have meant whose words are no address; for all others the newest. */
    private List<ProductCard> suggestions() {
        if (foreign) {
            return List.of();
        }
        return Words.of(unknown ? work : "")
                .map(words -> catalogue
                        .list(Filters.matching(words), 1, SUGGESTED, Set.of())
                        .products()
                        .items())
                .orElseGet(() -> cards.of(lists.newest(1, SUGGESTED).items()));
    }

    private EmbedCode code(ProductPage page) {
        var embed = Address.of(Addresses.EMBEDS + "/" + page.card().slug());
        var player = page.player();
        if (player != null && player.voices().size() > 1) {
            embed = embed.with(VOICE, player.language());
        }
        var title = page.card().title().in(language());
        picture = page.card().posters().stream()
                .filter(poster -> poster.contentType().equals("image/jpeg") && poster.width() <= EmbedCode.USUAL_WIDTH)
                .reduce((smaller, larger) -> larger)
                .orElse(null);
        return new EmbedCode(
                address.root(), path(embed), title, height(EmbedLook.OF_PRODUCT).of(page));
    }

    private EmbedHeight height(List<String> layouts) {
        return new EmbedHeight(layout(layouts), language(), EmbedCode.USUAL_WIDTH);
    }

    /** For what is in it now. */
    private int heightOfList() {
        var found = catalogue
                .list(Filters.ofPage(visit.getAddress()::all), 1, size(), Set.of())
                .products();
        return height(EmbedLook.OF_LIST).of(found.items(), found.total());
    }

    private Address listed() {
        var embed = EmbedCodeBacking.narrowed(visit.getAddress()).at(Addresses.EMBEDDED_LIST);
        if (!visit.parameter(Filters.ORDER).equals(Filters.NEWEST)) {
            embed = embed.without(Filters.ORDER);
        }
        var size = EmbedListBacking.size(visit.parameter(EmbedListBacking.SIZE));
        return size == EmbedListBacking.USUAL_SIZE ? embed : embed.with(EmbedListBacking.SIZE, String.valueOf(size));
    }

    /** With how it looks, as far as that is not as usual. */
    private String path(Address embed) {
        var looking = embed;
        var layout = layout(list ? EmbedLook.OF_LIST : EmbedLook.OF_PRODUCT);
        if (!layout.equals((list ? EmbedLook.OF_LIST : EmbedLook.OF_PRODUCT).get(0))) {
            looking = looking.with(EmbedLook.LAYOUT, layout);
        }
        if (!accent().equals(masthead.accent())) {
            looking = looking.with(EmbedLook.ACCENT, accent());
        }
        if (visit.parameter(EmbedLook.GROUND).equals(EmbedLook.DARK)) {
            looking = looking.with(EmbedLook.GROUND, EmbedLook.DARK);
        }
        return (language().equals(Texts.FALLBACK) ? looking : looking.with("hl", language())).toString();
    }

    private String layout(List<String> layouts) {
        return EmbedLook.of(visit.getAddress(), layouts, masthead.accent()).layout();
    }

    private String accent() {
        return EmbedLook.accent(visit.parameter(EmbedLook.ACCENT), masthead.accent());
    }

    /** In which the embed speaks. */
    private String language() {
        return InterfaceLanguage.find(visit.parameter(LANGUAGE))
                .filter(InterfaceLanguage::isWritten)
                .map(InterfaceLanguage::code)
                .orElse(Texts.FALLBACK);
    }

    private String title() {
        return visit.text("embed.list");
    }

    private Stream<Field> voices(ProductPage page) {
        var player = page.player();
        if (player == null || player.voices().size() < 2) {
            return Stream.empty();
        }
        var names = taxonomies.languages();
        return Stream.of(new Field(
                VOICE,
                visit.text("player.by"),
                player.voices().stream()
                        .map(voice -> names.stream()
                                .filter(name -> name.code().equals(voice.language()))
                                .findFirst()
                                .map(name -> new Option(
                                        name.code(), visit.of(name.label()), voice.chosen(), visit.tagOf(name.label())))
                                .orElseGet(() -> new Option(voice.language(), voice.language(), voice.chosen(), null)))
                        .toList()));
    }

    private Stream<Field> looks(List<String> layouts) {
        return Stream.of(
                said(EmbedLook.LAYOUT, layouts, layout(layouts)),
                said(
                        EmbedLook.GROUND,
                        List.of("sang", EmbedLook.DARK),
                        visit.parameter(EmbedLook.GROUND).equals(EmbedLook.DARK) ? EmbedLook.DARK : "sang"),
                new Field(
                        LANGUAGE,
                        visit.text("builder.ngon-ngu"),
                        InterfaceLanguage.all().stream()
                                .filter(InterfaceLanguage::isWritten)
                                .map(each -> new Option(
                                        each.code(),
                                        each.name(),
                                        each.code().equals(language()),
                                        visit.passage(each.tag())))
                                .toList()));
    }

    private Field said(String name, List<String> values, String chosen) {
        return new Field(
                name,
                visit.text("builder." + name),
                values.stream()
                        .map(value -> new Option(
                                value, visit.text("builder." + name + "." + value), value.equals(chosen), null))
                        .toList());
    }

    public boolean isList() {
        return list;
    }

    public String getWork() {
        return work;
    }

    /** Whether a work was named that the public does not have. */
    public boolean isUnknown() {
        return unknown;
    }

    /** Whether the address of another site was given. */
    public boolean isForeign() {
        return foreign;
    }

    /** Works to choose. */
    public List<ProductCard> getSuggested() {
        return suggested;
    }

    /** This page about one of them, with how it looks. */
    public String about(ProductCard one) {
        return visit.link(visit.getAddress().with(WORK, one.slug()).without(VOICE));
    }

    public List<Field> getChoices() {
        return choices;
    }

    public String getWords() {
        return visit.parameter(Filters.WORDS);
    }

    public int getSize() {
        return size();
    }

    private int size() {
        return EmbedListBacking.size(visit.parameter(EmbedListBacking.SIZE));
    }

    public int getLargestSize() {
        return EmbedListBacking.LARGEST_SIZE;
    }

    /** As a field for colours wants it. */
    public String getAccent() {
        return "#" + accent();
    }

    /** What the form has no field for and must keep: ranges of years, and languages of dubs and subtitles that the catalogue was narrowed to. */
    public List<Option> getKept() {
        return Stream.of(Filters.FROM_YEAR, Filters.TO_YEAR, "long-tieng", "phu-de")
                .flatMap(
                        name -> visit.getAddress().all(name).stream().map(value -> new Option(name, value, true, null)))
                .toList();
    }

    /** Whether there is something to show. */
    public boolean isMade() {
        return code != null;
    }

    /** Of the embed within the portal; empty when there is none. */
    public String getPath() {
        return code == null ? "" : code.path();
    }

    public String getTitle() {
        return code == null ? "" : code.title();
    }

    public int getHeight() {
        return code == null ? EmbedCode.HEIGHT_OF_A_LIST : code.height();
    }

    /** To be copied; empty when there is nothing to embed, or the portal does not know its own address. */
    public String getLine() {
        return code == null || !address.isKnown() ? "" : code.line();
    }

    /** To be copied where a site takes no frames; empty as {@link #getLine} is. */
    public String getLink() {
        return code == null || !address.isKnown()
                ? ""
                : code.linked(page(), picture, masthead.name().in(language()));
    }

    private String page() {
        var shown = list ? listed().at("/san-pham").without(EmbedListBacking.SIZE) : Address.of("/san-pham/" + work);
        var voice = visit.parameter(VOICE);
        var heard = list || voice.isBlank() ? shown : shown.with(VOICE, voice);
        return (language().equals(Texts.FALLBACK) ? heard : heard.with("hl", language())).toString();
    }

    /** The full address of the embed itself, which programs find by oEmbed, too; empty as {@link #getLine} is. */
    public String getFrameAddress() {
        return code == null || !address.isKnown() ? "" : code.address();
    }

    /** Of this page, about a list or about one work. @param kind {@code danh-sach} or {@code san-pham} */
    public String about(String kind) {
        return visit.link(Address.of(Addresses.EMBEDS).with(KIND, kind));
    }
}
