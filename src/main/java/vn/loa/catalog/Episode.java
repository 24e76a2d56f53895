package vn.loa.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductPage.Named;
import vn.loa.catalog.ProductPage.Person;
import vn.loa.common.Texts;

/**
 * A public product as those get it who subscribe to what is heard in one language.
 *
 * @param id of the product
 * @param main the file for every player: sound where there is any
 * @param others all other files of it in that language, smallest first
 * @param seconds how long it is; 0 when that is not known
 * @param words what is said in it, in that language, to read along
 * @param note what an editor says of this voice, such as that it only holds a place; null when nothing
 * @param picture the largest that every program shows; null without one
 */
public record Episode(
        long id,
        String slug,
        Texts title,
        Texts summary,
        Texts genre,
        Instant publishedAt,
        Player.Source main,
        List<Player.Source> others,
        long seconds,
        List<String> words,
        @Nullable String note,
        List<Person> credits,
        List<Named> localities,
        ProductCard.@Nullable Poster picture) {
    public Episode {
        others = List.copyOf(others);
        words = List.copyOf(words);
        credits = List.copyOf(credits);
        localities = List.copyOf(localities);
    }
}
