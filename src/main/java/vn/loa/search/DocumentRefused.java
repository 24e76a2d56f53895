package vn.loa.search;

/** The search server is there but does not take this document; asking again will hardly help. */
final class DocumentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DocumentRefused(String reason) {
        super(reason);
    }
}
