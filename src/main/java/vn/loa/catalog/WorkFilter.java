package vn.loa.catalog;

/**
 * What somebody asks the list of products at work for. What is empty does not narrow it; what is not known narrows it to nothing.
 *
 * @param words of a title in any language, or of the address; without regard to case and diacritics
 * @param state its code
 * @param genre its code
 * @param topic code of the topic, which stands for those below it, too
 * @param complete code of a language in which something is ready for the public: an approved track, or a text
 * @param missing code of a language in which nothing is
 * @param year of production
 * @param locality its name in addresses; it stands for the units below it, too
 * @param own whether only those count in which they had a hand
 */
public record WorkFilter(
        String words,
        String state,
        String genre,
        String topic,
        String complete,
        String missing,
        String year,
        String locality,
        boolean own,
        Order order) {

    /** In which order the list stands. */
    public enum Order {
        /** What has changed last comes first. */
        CHANGED,
        /** By the Vietnamese title. */
        TITLE,
        /** In the order of a product's life, and what has changed last first. */
        STATE
    }

    /** The same of another genre and another topic. */
    WorkFilter of(String otherGenre, String otherTopic) {
        return new WorkFilter(words, state, otherGenre, otherTopic, complete, missing, year, locality, own, order);
    }

    /** Everything, what has changed last first. */
    public static WorkFilter none() {
        return new WorkFilter("", "", "", "", "", "", "", "", false, Order.CHANGED);
    }
}
