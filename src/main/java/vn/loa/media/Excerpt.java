package vn.loa.media;

import jakarta.persistence.Embeddable;

/** What a document says on one page, or a stretch of it where the format does not tell pages. */
@Embeddable
public class Excerpt {
    private int page;
    private String text;

    protected Excerpt() {}

    /**
     * @param page from 1; 0 where the format does not tell
     * @param text in NFC, paragraphs parted by line feeds
     */
    public Excerpt(int page, String text) {
        this.page = page;
        this.text = text;
    }

    /** From 1; 0 where the format does not tell. */
    public int page() {
        return page;
    }

    public String text() {
        return text;
    }
}
