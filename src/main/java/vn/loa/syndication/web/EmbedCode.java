package vn.loa.syndication.web;

import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard.Poster;

/**
 * The line that somebody copies into a page of their own.
 *
 * @param root address of the portal, without a slash at the end
 * @param path of the embed, with its query
 * @param title for those who do not see the frame
 * @param height of the frame in CSS pixels, where no script sizes it
 */
record EmbedCode(String root, String path, String title, int height) {
    /** The script that lets a frame be as high as its content and be steered. */
    static final String SCRIPT = vn.loa.common.web.AssetServlet.EMBEDDING;

    /** How wide a frame is taken to be while nobody has said it. */
    static final int USUAL_WIDTH = 640;

    /** Of a list of which nobody knows yet what is in it. */
    static final int HEIGHT_OF_A_LIST = 520;

    String address() {
        return root + path;
    }

    /** The frame alone, as wide as there is room. @param widest in CSS, such as {@code 640px} */
    private String frame(String widest, int height) {
        // Sites that drop the style draw a border around it but for frameborder.
        return "<iframe src=\"" + escaped(address()) + "\" title=\"" + escaped(title) + "\" width=\"100%\" height=\""
                + height + "\" frameborder=\"0\" style=\"border:0;max-width:" + widest
                + "\" loading=\"lazy\" referrerpolicy=\"strict-origin\""
                // Whoever says fullscreen in both is warned by the browser, and some browsers know but the older one.
                + " allow=\"autoplay; picture-in-picture\" allowfullscreen></iframe>";
    }

    /**
     * The frame after a link that nobody sees, as WordPress wants it (wp_filter_oembed_result): it shows the link alone where the frame does not come, and else asks the
     * frame how high it is.
     *
     * @param page path of the page that the link leads to
     * @param width in CSS pixels, at most
     */
    String quoted(String page, int width, int height) {
        return "<blockquote style=\"display:none\"><a href=\"" + escaped(root + page) + "\">" + escaped(title)
                + "</a></blockquote>" + frame(width + "px", height);
    }

    /**
     * What stands where a site takes no frames: a link, with a picture if there is one. Its text says all, should the picture go.
     *
     * @param page path of the page that the link leads to
     * @param portal name of the portal
     */
    String linked(String page, @Nullable Poster picture, String portal) {
        var image = picture == null
                ? ""
                : "<img src=\"" + escaped(root + picture.url()) + "\" alt=\"\" width=\"" + picture.width()
                        + "\" height=\"" + picture.height() + "\" style=\"max-width:100%;height:auto\"><br>";
        return "<p><a href=\"" + escaped(root + page) + "\">" + image + escaped(title + " – " + portal) + "</a></p>";
    }

    /** The frame as wide as there is room, and the script that makes it as high as its content. */
    String line() {
        return frame("100%", height) + "<script async src=\"" + escaped(root + SCRIPT) + "\"></script>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
