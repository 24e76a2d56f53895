package vn.loa.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.PlanReferences.PlanReference;
import vn.loa.common.Seconds;
import vn.loa.common.Texts;

/**
 * Everything that the page of a public product shows.
 *
 * @param body formatted text, sanitised; empty for works without one
 * @param player absent when there is nothing to hear or see
 * @param downloads files to keep, in the chosen language first
 * @param transcript what is said, as far as it is shown at once
 * @param chapters that can be gone to in the voice that is heard
 * @param agencyNow who does the work of the agency now
 * @param promise the plan it answers
 * @param related on the same topics
 * @param papers pictures of what is printed, such as a poster or the first page of a leaflet, smallest first
 */
public record ProductPage(
        ProductCard card,
        Texts body,
        int year,
        boolean replay,
        @Nullable Player player,
        List<Download> downloads,
        @Nullable Transcript transcript,
        List<Part> chapters,
        List<Named> topics,
        List<Named> audiences,
        List<Named> localities,
        @Nullable Texts agency,
        @Nullable Texts agencyNow,
        List<Person> credits,
        @Nullable PlanReference promise,
        List<ProductCard> related,
        List<ProductCard.Poster> papers) {

    public ProductPage {
        downloads = List.copyOf(downloads);
        chapters = List.copyOf(chapters);
        topics = List.copyOf(topics);
        audiences = List.copyOf(audiences);
        localities = List.copyOf(localities);
        credits = List.copyOf(credits);
        related = List.copyOf(related);
        papers = List.copyOf(papers);
    }

    /** Something with an address of its own. @param code names it in that address */
    public record Named(String code, Texts label) {}

    /** @param role as it is shown: {@code Biên kịch} … */
    public record Person(String role, String name) {}

    /**
     * A file to keep.
     *
     * @param profile of the encoding, or {@code document}
     * @param name what an editor called it; absent for encodings
     * @param pages of a document that tells how many it has
     */
    public record Download(
            String profile,
            @Nullable String name,
            String language,
            String url,
            String contentType,
            long bytes,
            @Nullable Integer pages) {}

    /**
     * A run of what is said.
     *
     * @param language in which it is written
     * @param earlier a moment in milliseconds in the run before this one; null at the beginning
     * @param later one in the run after this one; null at the end
     */
    public record Transcript(
            String language,
            List<Line> lines,
            @Nullable Long earlier,
            @Nullable Long later) {
        public Transcript {
            lines = List.copyOf(lines);
        }

        /**
         * @param millis when it is said
         * @param speaker by whom; empty when nobody is named or the line before is by the same person
         * @param spoken the language it really is in; null when it is that of the transcript
         */
        public record Line(
                long millis,
                String speaker,
                String text,
                @Nullable String spoken) {
            /** As a player counts: {@code 72.4}. */
            public String second() {
                return Seconds.text(millis);
            }
        }
    }

    /** A chapter. @param millis when it begins */
    public record Part(long millis, Texts title) {
        /** As a player counts: {@code 72.4}. */
        public String second() {
            return Seconds.text(millis);
        }
    }

    /** What is printed, in a picture that every browser shows. */
    public Optional<ProductCard.Poster> paper() {
        return paper("image/jpeg");
    }

    /** The same in the lightest format. */
    public Optional<ProductCard.Poster> lightPaper() {
        return paper("image/avif");
    }

    private Optional<ProductCard.Poster> paper(String contentType) {
        return papers.stream()
                .filter(paper -> paper.contentType().equals(contentType))
                .findFirst();
    }

    /** The smallest picture that every browser shows. */
    public Optional<ProductCard.Poster> picture() {
        return card.posters().stream()
                .filter(poster -> poster.contentType().equals("image/jpeg"))
                .reduce((smaller, larger) -> larger.width() <= 640 ? larger : smaller);
    }
}
