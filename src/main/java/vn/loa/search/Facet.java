package vn.loa.search;

/** A property by which a list can be narrowed, several values at a time. */
public enum Facet {
    GENRE("genre", "the-loai"),
    LANGUAGE("language", "tieng"),
    TOPIC("topic", "chu-de"),
    AUDIENCE("audience", "doi-tuong"),
    LOCALITY("locality", "dia-ban"),
    YEAR("year", "nam"),
    /** Languages it can be heard in. */
    DUB("dub", "long-tieng"),
    /** Languages of its subtitles. */
    SUBTITLE("subtitle", "phu-de");

    /** The field of the index in which the values of most facets are, each after {@link #asTrait}. */
    static final String TRAITS = "trait";

    private final String field;
    private final String pageParameter;

    Facet(String field, String pageParameter) {
        this.field = field;
        this.pageParameter = pageParameter;
    }

    /** Its name in the index and in the API. */
    public String field() {
        return field;
    }

    /** Whether its values are few, so that those of all such facets are counted together. */
    boolean isTrait() {
        return this != LOCALITY;
    }

    /** What stands before its values among those of other facets. */
    String asTrait() {
        return field + ' ';
    }

    /** Its name in the addresses of pages. */
    public String pageParameter() {
        return pageParameter;
    }
}
