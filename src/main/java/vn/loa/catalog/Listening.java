package vn.loa.catalog;

/**
 * What a visitor wants of a product.
 *
 * @param language of the voice, chosen in the address; may be empty or unknown
 * @param pages the language of the pages, which also chooses a voice when the address does not
 * @param profile of the encoding, chosen in the address; may be empty or unknown
 * @param millis where to begin; 0 or more
 * @param light whether the least data counts most
 * @param subtitles code of the language of the subtitles that are on, chosen in the address; may be empty or unknown
 */
public record Listening(String language, String pages, String profile, long millis, boolean light, String subtitles) {
    /** With subtitles as they go with the voice. */
    public Listening(String language, String pages, String profile, long millis, boolean light) {
        this(language, pages, profile, millis, light, "");
    }

    /** As somebody comes who has chosen nothing. */
    public static Listening in(String pages, boolean light) {
        return new Listening("", pages, "", 0, light);
    }
}
