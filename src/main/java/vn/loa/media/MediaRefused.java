package vn.loa.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.loa.common.Messages;
import vn.loa.common.Saying;
import vn.loa.common.Texts;

/** A file is not taken in, for a reason its owner can understand; nothing of it was kept. */
public final class MediaRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String WHY = "media.trouble.";
    private static final String FORMATS = "media.formats.";

    private final Reason reason;

    /** Of the messages that say it to people, one after the other. */
    private final String[] keys;

    public MediaRefused(Reason reason, String message) {
        this(reason, message, WHY + code(reason));
    }

    private MediaRefused(Reason reason, String message, String... keys) {
        super(message);
        this.reason = reason;
        this.keys = keys;
    }

    /** A file of one kind where another is needed. */
    public static MediaRefused otherKind(String name, MediaKind kind, MediaKind wanted) {
        return new MediaRefused(
                Reason.OTHER_KIND,
                "%s is of the kind %s, and this track needs %s".formatted(name, called(kind), called(wanted)),
                "media.is." + kind.code(),
                FORMATS + wanted.code());
    }

    /** Texts are only taken as subtitles. */
    private static String called(MediaKind kind) {
        return kind == MediaKind.TEXT ? "subtitle" : kind.code();
    }

    /** The same, and what can be sent instead, unless nothing was sent, where a file of some kind is needed. */
    public MediaRefused wanted(MediaKind kind) {
        if (reason == Reason.EMPTY) {
            return this;
        }
        var instead = FORMATS + kind.code();
        return new MediaRefused(
                reason, getMessage() + ". " + Messages.in("en").text(instead), WHY + code(reason), instead);
    }

    /** Why, and what to do about it, for the person who sent the file. */
    public Texts explanation() {
        return Messages.complete(messages ->
                sayings().stream().map(saying -> saying.in(messages)).collect(Collectors.joining(" ")));
    }

    /** The same, to be said later, one after the other. */
    public List<Saying> sayings() {
        return Arrays.stream(keys).map(key -> Saying.of(key)).toList();
    }

    /** The reason, as the API and the message bundles write it. */
    public String code() {
        return code(reason);
    }

    private static String code(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** It has no bytes. */
        EMPTY,
        /** It is larger than the setting allows. */
        TOO_LARGE,
        /** Its bytes are of no kind that Loa keeps: programs and web pages among others. */
        UNKNOWN_TYPE,
        /** It was said to be of one type, and its bytes are of another. */
        OTHER_TYPE,
        /** It is of a kind that Loa keeps, and another is needed. */
        OTHER_KIND
    }
}
