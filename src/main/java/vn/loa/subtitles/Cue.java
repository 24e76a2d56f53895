package vn.loa.subtitles;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What is said or shown from one moment to another. */
@Embeddable
public class Cue {
    @Column(name = "start_millis")
    private long startMillis;

    @Column(name = "end_millis")
    private long endMillis;

    private String text;

    protected Cue() {}

    /** @param text plain text in NFC; lines are parted by a line feed */
    public Cue(long startMillis, long endMillis, String text) {
        this.startMillis = startMillis;
        this.endMillis = endMillis;
        this.text = text;
    }

    public long startMillis() {
        return startMillis;
    }

    public long endMillis() {
        return endMillis;
    }

    public String text() {
        return text;
    }
}
