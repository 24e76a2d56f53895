package vn.loa.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import vn.loa.common.Texts;

/** A part of a work that one can go to; it ends where the next one begins. */
@Embeddable
public class Chapter {
    @Column(name = "start_millis")
    private long startMillis;

    private Texts title = Texts.none();

    protected Chapter() {}

    /** @param startMillis in the work as it was made: in its film, or in its original sound */
    public Chapter(long startMillis, Texts title) {
        this.startMillis = startMillis;
        this.title = title;
    }

    public long startMillis() {
        return startMillis;
    }

    public Texts title() {
        return title;
    }
}
