package vn.loa.catalog;

import java.util.function.UnaryOperator;

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

    /** What values of the parameter for a language begin with, when it must be ready, and when it is missing. */
    private static final String COMPLETE = "co-";

    private static final String MISSING = "thieu-";

    /** As the address of the list has it. @param parameter the first value of a parameter as one line; empty when there is none */
    public static WorkFilter read(UnaryOperator<String> parameter) {
        var language = parameter.apply("tieng");
        return new WorkFilter(
                parameter.apply("q"),
                parameter.apply("trang-thai"),
                parameter.apply("the-loai"),
                parameter.apply("chu-de"),
                // What is neither names no language, and narrows to nothing as such.
                language.startsWith(MISSING) ? "" : after(COMPLETE, language),
                language.startsWith(MISSING) ? after(MISSING, language) : "",
                parameter.apply("nam"),
                parameter.apply("dia-ban"),
                parameter.apply("cua").equals("toi"),
                switch (parameter.apply("sap-xep")) {
                    case "ten" -> Order.TITLE;
                    case "trang-thai" -> Order.STATE;
                    default -> Order.CHANGED;
                });
    }

    private static String after(String prefix, String value) {
        return value.startsWith(prefix) && value.length() > prefix.length() ? value.substring(prefix.length()) : value;
    }

    /** Everything, what has changed last first. */
    public static WorkFilter none() {
        return new WorkFilter("", "", "", "", "", "", "", "", false, Order.CHANGED);
    }
}
