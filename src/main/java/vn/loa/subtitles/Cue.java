package vn.loa.subtitles;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said or shown from one moment to another. */
@Embeddable
public class Cue {
    @Column(name = "start_millis")
    private long startMillis;

    @Column(name = "end_millis")
    private long endMillis;

    private @Nullable String speaker;
    private String text;

    protected Cue() {}

    /**
     * @param speaker who says it; null when nobody is named
     * @param text plain text in NFC; lines are parted by a line feed
     */
    public Cue(long startMillis, long endMillis, @Nullable String speaker, String text) {
        this.startMillis = startMillis;
        this.endMillis = endMillis;
        this.speaker = speaker;
        this.text = text;
    }

    public long startMillis() {
        return startMillis;
    }

    public long endMillis() {
        return endMillis;
    }

    public Optional<String> speaker() {
        return Optional.ofNullable(speaker);
    }

    public String text() {
        return text;
    }
}
