package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import vn.loa.catalog.ProductCard;
import vn.loa.taxonomy.Medium;

/** The drawing that stands in for a product's picture. Twenty works to listen to shall not all look the same. */
@Named("art")
@RequestScoped
public class ArtBacking {
    private static final List<String> SCENES = List.of("ban", "loa", "ruong", "suoi", "nui", "nha", "cho");
    private static final List<String> COLOURS = List.of("cham", "lam", "do", "la", "tim", "nau");

    /** The name of a symbol in {@code scenes.xhtml}. */
    public String scene(ProductCard card) {
        return isSpoken(card) ? SCENES.get(Math.floorMod(card.slug().hashCode(), SCENES.size())) : card.scene();
    }

    /** A class of {@code .scene} in the stylesheet. */
    public String colour(ProductCard card) {
        return isSpoken(card)
                ? COLOURS.get(Math.floorMod(card.slug().hashCode() / SCENES.size(), COLOURS.size()))
                : card.colour();
    }

    /** The name of an icon for how one takes it in. */
    public String icon(ProductCard card) {
        return switch (card.medium()) {
            case AUDIO -> "media";
            case VIDEO -> "film";
            case TEXT -> "read";
            case PRINT -> "file";
        };
    }

    /** The key of the word for how one takes it in: listen, watch, read, download. */
    public String verb(ProductCard card) {
        return "medium." + card.medium().code();
    }

    private static boolean isSpoken(ProductCard card) {
        return card.medium() == Medium.AUDIO;
    }
}
