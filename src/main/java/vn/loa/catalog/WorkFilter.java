package vn.loa.catalog;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What somebody asks the list of products at work for. What is empty does not narrow it; what is not known narrows it to nothing.
 *
 * @param words of a title or a summary in any language, or of the address; without regard to case and diacritics
 * @param state its code
 * @param genre its code
 * @param topic code of the topic, which stands for those below it, too
 * @param complete code of a language in which something is ready for the public: an approved track, or a text
 * @param missing code of a language in which nothing is
 * @param year of production
 * @param locality its name in addresses; it stands for the units below it, too
 * @param whose which of them count by who has to do with them
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
        Whose whose,
        Order order) {

    /** Whose products a list holds. */
    public enum Whose {
        ANYBODYS(""),
        /** In which they had a hand, or which they see through. */
        OWN("toi"),
        /** Which they see through. */
        ENTRUSTED("giao-toi"),
        /** Which nobody sees through. */
        NOBODYS("chua-giao"),
        /** Of which something waits for their judgement. */
        TO_JUDGE("tham-dinh");

        private final String code;

        Whose(String code) {
            this.code = code;
        }

        /** The value of the parameter that asks for it; empty for all. */
        public String code() {
            return code;
        }

        private static Whose read(String code) {
            return Stream.of(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElse(ANYBODYS);
        }
    }

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
        return new WorkFilter(words, state, otherGenre, otherTopic, complete, missing, year, locality, whose, order);
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
                Whose.read(parameter.apply("cua")),
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
        return new WorkFilter("", "", "", "", "", "", "", "", Whose.ANYBODYS, Order.CHANGED);
    }
}
