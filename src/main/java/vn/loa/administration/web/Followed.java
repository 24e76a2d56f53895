package vn.loa.administration.web;

/** Something of the pages that administrators decide, which each node keeps in its memory. */
interface Followed {
    /** Reads what holds now. @return whether it is another than what this node kept */
    boolean follow();
}
