package vn.loa.programmes.log;

import vn.loa.common.Coded;

/** Why an entry is not taken into the log. */
public enum LogFault implements Coded {
    PLACE("locality", "must be the code of a commune"),
    NOT_YOURS("locality", "is not a commune of yours"),
    PRODUCT("product", "must be the slug of a product that is public, or was once"),
    SEVERAL_PRODUCTS("product", "is what several products are called; name it by its slug"),
    LANGUAGE("language", "must be the code of a language of works"),
    VOICE("language", "must be one in which the product has a voice"),
    NO_TIME("at", "must be a day and a time of it, like 2026-11-27T05:00:00+07:00"),
    SKIPPED("at", "is a time that clocks have skipped"),
    FUTURE("at", "must not lie ahead"),
    LONG_AGO("at", "must not be before the year 2000"),
    BEFORE("at", "must not be before the product was public"),
    /** Of when it was to begin. */
    PLANNED("planned", "must be a day and a time of it, like 2026-11-27T05:00:00+07:00"),
    OVERLAP("at", "lies within another broadcast of the same product and language at this station; correct that one"),
    OTHER(
            "at",
            "lies within a broadcast of something else at this station; correct that one, or tell the seconds of both"),
    OUTCOME("outcome", "must be aired, cut or missed"),
    SECONDS("seconds", "must be from 0 to 86400"),
    LONGER("seconds", "must not be more than the sound lasts"),
    UNHEARD("seconds", "must not be 0 for what was aired; leave it out when all of it was heard"),
    NOTE("note", "must have at most 500 characters"),
    KEY("key", "was used for another entry; correct that one, or send this with a key of its own"),
    KEY_FORM("key", "must have 1 to 100 characters");

    private final String field;
    private final String message;

    LogFault(String field, String message) {
        this.field = field;
        this.message = message;
    }

    /** Of an entry, as the API calls it. */
    public String field() {
        return field;
    }

    /** What is wrong and what to do, in English. */
    public String message() {
        return message;
    }
}
