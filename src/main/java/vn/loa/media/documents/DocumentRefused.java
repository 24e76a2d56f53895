package vn.loa.media.documents;

/** The fault is in the document: reading it again is of no use. */
public final class DocumentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String detail;

    /** @param detail for the log and for who asks further; English, may quote the document */
    public DocumentRefused(Refusal refusal, String detail) {
        super(refusal + ": " + detail);
        this.refusal = refusal;
        this.detail = detail;
    }

    public Refusal refusal() {
        return refusal;
    }

    public String detail() {
        return detail;
    }
}
