package vn.loa.administration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Colour;
import vn.loa.common.Texts;

/**
 * What the portal is called and how it looks. What is empty is as the settings of the installation have it.
 *
 * @param name of the portal
 * @param about one sentence on what it is for
 * @param agency that answers for it
 * @param address of the agency, for letters
 * @param phone of the agency
 * @param mail of the agency
 * @param accent null for the colours that come with the portal
 * @param emblem for light grounds, and for all when there is no other
 * @param darkEmblem for dark grounds
 * @param emblemWords what the emblem is, for those who do not see it
 */
public record LookContent(
        Texts name,
        Texts about,
        Texts agency,
        Texts address,
        String phone,
        String mail,
        @Nullable Colour accent,
        @Nullable EmblemLine emblem,
        @Nullable EmblemLine darkEmblem,
        Texts emblemWords) {
    /** As it comes. */
    public static final LookContent USUAL = new LookContent(
            Texts.none(), Texts.none(), Texts.none(), Texts.none(), "", "", null, null, null, Texts.none());

    /** @param id by which its pictures are found; @param width of the one for pages, in pixels, as {@code height} */
    public record EmblemLine(String id, int width, int height) {}

    public Optional<Palette> palette() {
        return Optional.ofNullable(accent).map(Palette::of);
    }

    /** The same with other pictures. */
    LookContent showing(@Nullable EmblemLine bright, @Nullable EmblemLine dark) {
        return new LookContent(name, about, agency, address, phone, mail, accent, bright, dark, emblemWords);
    }
}
