package vn.loa.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.Player;
import vn.loa.catalog.ProductCard;
import vn.loa.catalog.TopicPage.TopicLink;
import vn.loa.plans.PlanLine;

/**
 * Everything that the front page shows.
 *
 * @param hero the one thing to do first; null while nothing is published
 * @param player of the hero; null when it has no sound
 * @param voices languages in which works can be heard, those with most works first
 * @param plan of the place that the portal serves, with its progress
 * @param filmGenres codes of the genres that films are of
 * @param soundGenres codes of the genres that are heard
 * @param readingGenres codes of the genres that are read
 */
public record FrontPage(
        @Nullable ProductCard hero,
        @Nullable Player player,
        List<TopicLink> topics,
        List<Voice> voices,
        List<ProductCard> films,
        List<ProductCard> skits,
        List<ProductCard> reading,
        @Nullable PlanLine plan,
        List<String> filmGenres,
        List<String> soundGenres,
        List<String> readingGenres) {

    public FrontPage {
        topics = List.copyOf(topics);
        voices = List.copyOf(voices);
        films = List.copyOf(films);
        skits = List.copyOf(skits);
        reading = List.copyOf(reading);
        filmGenres = List.copyOf(filmGenres);
        soundGenres = List.copyOf(soundGenres);
        readingGenres = List.copyOf(readingGenres);
    }

    /** @param language its code */
    public record Voice(String language, long works) {}
}
