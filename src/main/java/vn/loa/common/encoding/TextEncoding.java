package vn.loa.common.encoding;

/** How a text file wrote its letters as bytes. */
public enum TextEncoding {
    UTF_8("UTF-8"),
    UTF_16LE("UTF-16LE"),
    UTF_16BE("UTF-16BE"),
    /** Code page of Vietnamese Windows: tones are characters of their own. */
    WINDOWS_1258("windows-1258"),
    /** TCVN 5712:1993 as the ABC fonts use it (.VnTime). */
    TCVN3("TCVN3"),
    /** As the fonts named VNI- use it. */
    VNI("VNI");

    private final String label;

    TextEncoding(String label) {
        this.label = label;
    }

    /** As people call it. */
    public String label() {
        return label;
    }
}
