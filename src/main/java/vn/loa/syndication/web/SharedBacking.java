package vn.loa.syndication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard;
import vn.loa.common.Jsons;
import vn.loa.common.Texts;
import vn.loa.common.web.Visit;
import vn.loa.plans.PlanDocument.Issued;
import vn.loa.syndication.Masthead;

/** What a page says of itself to those who show a link to it, and to search engines (schema.org). Full addresses only where the portal knows its own. */
@Named("shared")
@RequestScoped
public class SharedBacking {
    private static final String TYPE = "@type";

    @Inject
    private Masthead masthead;

    @Inject
    private Visit visit;

    /** The full address of a picture that stands for the portal. */
    public String getPicture() {
        return visit.absolute(masthead.emblem());
    }

    /** The portal itself, who answers for it, and how it is searched. */
    public String getHome() {
        var root = visit.absolute("/");
        return said(Jsons.object()
                .add(TYPE, "WebSite")
                .add("name", visit.of(masthead.name()))
                .add("description", visit.of(masthead.about()))
                .add("url", root)
                .add("inLanguage", visit.getTag())
                .add(
                        "publisher",
                        agency(visit.of(masthead.agency()))
                                .add("url", root)
                                .add("logo", getPicture())
                                .add("areaServed", visit.of(masthead.place())))
                .add(
                        "potentialAction",
                        Jsons.object()
                                .add(TYPE, "SearchAction")
                                .add(
                                        "target",
                                        Jsons.object()
                                                .add(TYPE, "EntryPoint")
                                                .add("urlTemplate", visit.absolute("/tim-kiem") + "?q={q}"))
                                .add("query-input", "required name=q")));
    }

    /** A page that lists products. @param title of the page */
    public String products(String title, List<ProductCard> cards) {
        return list(title, cards.stream().map(card -> "/san-pham/" + card.slug()));
    }

    /** A page that lists others. @param title of the page @param paths of those */
    public String list(String title, List<String> paths) {
        return list(title, paths.stream());
    }

    private String list(String title, Stream<String> paths) {
        var items = Jsons.array();
        var number = 1;
        for (var path : paths.toList()) {
            items.add(Jsons.object()
                    .add(TYPE, "ListItem")
                    .add("position", number++)
                    .add("url", visit.absolute(path)));
        }
        return said(Jsons.object()
                .add(TYPE, "CollectionPage")
                .add("name", title)
                .add("url", visit.absolute(visit.getCanonical()))
                .add("inLanguage", visit.getTag())
                .add("mainEntity", Jsons.object().add(TYPE, "ItemList").add("itemListElement", items)));
    }

    /** A plan. @param reference number and symbol; null without them @param issued null when nobody knows */
    public String plan(String subject, @Nullable String reference, @Nullable Issued issued, String agency) {
        var plan = Jsons.object()
                .add(TYPE, "Legislation")
                .add("name", subject)
                .add("url", visit.absolute(visit.getAddress().path()))
                .add("inLanguage", Texts.FALLBACK)
                .add("legislationPassedBy", agency(agency));
        if (reference != null && !reference.isEmpty()) {
            plan.add("legislationIdentifier", reference);
        }
        if (issued != null && issued.precision().equals("day")) {
            plan.add("legislationDate", issued.date().toString());
        }
        return said(plan);
    }

    private static JsonObjectBuilder agency(String name) {
        return Jsons.object().add(TYPE, "GovernmentOrganization").add("name", name);
    }

    /** As it may stand in a script element. */
    private static String said(JsonObjectBuilder what) {
        return Jsons.object()
                .add("@context", "https://schema.org")
                .addAll(what)
                .build()
                .toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
