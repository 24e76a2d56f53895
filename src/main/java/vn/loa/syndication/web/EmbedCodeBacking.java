package vn.loa.syndication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.loa.catalog.ProductPage;
import vn.loa.common.PublicAddress;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Paging;
import vn.loa.common.web.PublicRoutes;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.Taxonomies;
import vn.loa.taxonomy.Taxonomies.LanguageItem;

/** What the page of a product says to those who want it on a page of their own. */
@Named("embedding")
@RequestScoped
public class EmbedCodeBacking {
    @Inject
    private PublicAddress address;

    @Inject
    private Visit visit;

    @Inject
    private Taxonomies taxonomies;

    /** Whether there can be any code: it needs the full address of the portal. */
    public boolean isOffered() {
        return address.isKnown();
    }

    /** The line for one product, with the voice that is heard now. */
    public String line(ProductPage page) {
        var card = page.card();
        return new EmbedCode(
                        address.root(),
                        visit.link(of(page)),
                        visit.of(card.title()),
                        new EmbedHeight(EmbedLook.OF_PRODUCT.get(0), visit.getLanguage(), EmbedCode.USUAL_WIDTH)
                                .of(page))
                .line();
    }

    private static Address of(ProductPage page) {
        var embed = Address.of(Addresses.EMBEDS + "/" + page.card().slug());
        return page.player() == null || page.player().voices().size() < 2
                ? embed
                : embed.with("tieng", page.player().language());
    }

    /** Where the code of this product is made to measure. */
    public String builder(ProductPage page) {
        return visit.link(Address.of(Addresses.EMBEDS).with("ma", page.card().slug()));
    }

    /** Where the code of the list that is shown is made. */
    public Address getList() {
        return narrowed(visit.getAddress())
                .at(Addresses.EMBEDS)
                .with("dang", "danh-sach")
                .sorted();
    }

    /** Where the feeds of the list that is shown are. */
    public Address getFollowing() {
        return narrowed(visit.getAddress()).at("/theo-doi").sorted();
    }

    /** The address with that alone which narrows and orders a list. */
    static Address narrowed(Address list) {
        return list.keeping(PublicRoutes.parametersOf(EmbedListBacking.CATALOGUE))
                .without(Paging.PARAMETER)
                .without("hl")
                .without("nhe")
                .filled();
    }

    /** The line for the list of what is about a place. @param code of the place in addresses @param title of the frame */
    public String ofPlace(String code, String title) {
        return new EmbedCode(
                        address.root(),
                        Address.of(Addresses.EMBEDDED_LIST)
                                .with("dia-ban", code)
                                .toString(),
                        title,
                        EmbedCode.HEIGHT_OF_A_LIST)
                .line();
    }

    /** Where the code of that list is made to measure. */
    public String builderOfPlace(String code) {
        return visit.link(Address.of(Addresses.EMBEDS).with("dang", "danh-sach").with("dia-ban", code));
    }

    /** Where oEmbed says what to show of this page. @param format {@code json} or {@code xml} */
    public String oembed(String format) {
        var chosen = visit.parameter("tieng");
        var here = visit.getCanonical();
        return oembed(format, chosen.isEmpty() || here.contains("?") ? here : here + "?tieng=" + chosen);
    }

    /** Where oEmbed says what to show of the embed that is shown, as it looks: people paste its address, too. */
    public String oembedOfFrame(String format) {
        return oembed(format, visit.getAddress().toString());
    }

    private String oembed(String format, String path) {
        return Address.of(address.root() + "/oembed")
                .with("format", format)
                .with("url", address.root() + path)
                .toString();
    }

    /** The feed of the list that is shown. @param path of the feed of everything */
    public String feed(String path) {
        var feed = narrowed(visit.getAddress()).at(address.root() + path);
        return visit.getLanguage().equals("en") ? feed.with("hl", "en").toString() : feed.toString();
    }

    /** Languages that there are podcasts in. */
    public List<LanguageItem> getLanguages() {
        return taxonomies.languagesOfWorks();
    }
}
