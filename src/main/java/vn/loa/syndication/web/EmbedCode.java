package vn.loa.syndication.web;

/**
 * The line that somebody copies into a page of their own.
 *
 * @param root address of the portal, without a slash at the end
 * @param path of the embed, with its query
 * @param title for those who do not see the frame
 */
record EmbedCode(String root, String path, String title, Shape shape) {
    /** The script that lets a frame be as high as its content and be steered. */
    static final String SCRIPT = vn.loa.common.web.AssetServlet.EMBEDDING;

    /** What a frame takes up where no script sizes it. */
    enum Shape {
        FILM(640, 460),
        SOUND(640, 220),
        BAR(640, 130),
        LIST(640, 520);

        private final int width;
        private final int height;

        Shape(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }

    String address() {
        return root + path;
    }

    /** The frame alone. @param width in CSS pixels, or a share such as {@code 100%} */
    String frame(String width, int height) {
        return "<iframe src=\"" + escaped(address()) + "\" title=\"" + escaped(title) + "\" width=\"" + width
                + "\" height=\"" + height
                + "\" style=\"border:0;max-width:100%\" loading=\"lazy\" referrerpolicy=\"strict-origin\""
                + " allow=\"autoplay; fullscreen; picture-in-picture\" allowfullscreen></iframe>";
    }

    /**
     * The frame after a link that nobody sees, as WordPress wants it (wp_filter_oembed_result): it shows the link alone where the frame does not come, and else asks the
     * frame how high it is.
     *
     * @param page path of the page that the link leads to
     */
    String quoted(String page, String width, int height) {
        return "<blockquote style=\"display:none\"><a href=\"" + escaped(root + page) + "\">" + escaped(title)
                + "</a></blockquote>" + frame(width, height);
    }

    /** The frame as wide as there is room, and the script that makes it as high as its content. */
    String line() {
        return frame("100%", shape.height()) + "<script async src=\"" + escaped(root + SCRIPT) + "\"></script>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
