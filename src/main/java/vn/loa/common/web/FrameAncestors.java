package vn.loa.common.web;

/** Which sites may show embeds in frames. */
public interface FrameAncestors {
    /** As the directive {@code frame-ancestors} of a content security policy names them. Asked for each request: cheap. */
    String sources();
}
