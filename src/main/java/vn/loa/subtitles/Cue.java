package vn.loa.subtitles;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is said or shown from one moment to another. */
@Embeddable
public class Cue {
    private static final Pattern IN_LANGUAGE = Pattern.compile("(?:<v [^>]*>)?<lang ([^>]+)>[^<]*</lang>(?:</v>)?");

    @Column(name = "start_millis")
    private long startMillis;

    @Column(name = "end_millis")
    private long endMillis;

    private @Nullable String speaker;
    private String text;
    private String settings;
    private @Nullable String markup;

    protected Cue() {}

    /** Keeps everything that is in a cue of a file. */
    public Cue(TimedText cue) {
        this.startMillis = cue.startMillis();
        this.endMillis = cue.endMillis();
        this.speaker = cue.text().speaker();
        this.text = cue.text().plain();
        this.settings = cue.settings();
        this.markup = cue.text().isPlain() ? null : cue.text().markup();
    }

    public long startMillis() {
        return startMillis;
    }

    public long endMillis() {
        return endMillis;
    }

    /** Who says it, when somebody is named. */
    public Optional<String> speaker() {
        return Optional.ofNullable(speaker);
    }

    /** Plain, in NFC; lines are parted by a line feed. */
    public String text() {
        return text;
    }

    /** The language that all its words are marked to be in; absent when it is the track's. */
    public Optional<String> language() {
        var marked = IN_LANGUAGE.matcher(markup == null ? "" : markup);
        return marked.matches() ? Optional.of(marked.group(1)) : Optional.empty();
    }

    /** As it stands in a file: equal to the cue that this one was made from. */
    public TimedText timed() {
        var said = markup == null ? CueText.plain(text) : new CueText(text, speaker, markup);
        return new TimedText(startMillis, endMillis, settings, said);
    }
}
