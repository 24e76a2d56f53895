package vn.loa.taxonomy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/** A language of works or of the pages. A row, not a constant: another province only adds rows. */
@Entity
public class Language {
    @Id
    private String code;

    @Version
    private long version;

    private String bcp47;

    @Column(name = "media_code")
    private String mediaCode;

    private String endonym;
    private Texts label;
    private @Nullable String orthography;
    private boolean content;

    @Column(name = "interface")
    private boolean usedByPages;

    private int position;

    protected Language() {}

    /**
     * @param code the portal's short code, for example {@code hmn}
     * @param bcp47 for HTML {@code lang} and {@code srclang}, with its script, for example {@code hmn-Latn-VN}
     * @param mediaCode three letters, ISO 639-2 or 639-3, as MP4 and HLS write it
     * @param endonym its name in itself
     */
    public Language(
            String code,
            String bcp47,
            String mediaCode,
            String endonym,
            Texts label,
            @Nullable String orthography,
            boolean content,
            boolean usedByPages,
            int position) {
        this.code = code;
        this.bcp47 = bcp47;
        this.mediaCode = mediaCode;
        this.endonym = endonym;
        this.label = label;
        this.orthography = orthography;
        this.content = content;
        this.usedByPages = usedByPages;
        this.position = position;
    }

    /** What it is called and how it is written in files and pages. As the constructor has them. */
    public void describe(String bcp47, String mediaCode, String endonym, Texts label, @Nullable String orthography) {
        this.bcp47 = bcp47;
        this.mediaCode = mediaCode;
        this.endonym = endonym;
        this.label = label;
        this.orthography = orthography;
    }

    /** What it is for, and where it stands among the others. */
    public void serve(boolean content, boolean usedByPages, int position) {
        this.content = content;
        this.usedByPages = usedByPages;
        this.position = position;
    }

    public long version() {
        return version;
    }

    public String code() {
        return code;
    }

    public String bcp47() {
        return bcp47;
    }

    public String mediaCode() {
        return mediaCode;
    }

    public String endonym() {
        return endonym;
    }

    public Texts label() {
        return label;
    }

    /** For Mông: the 1961 Vietnamese script or RPA. */
    public @Nullable String orthography() {
        return orthography;
    }

    /** Whether works can be in it. */
    public boolean isContent() {
        return content;
    }

    /** Whether the pages can be read in it. */
    public boolean isInterface() {
        return usedByPages;
    }

    public int position() {
        return position;
    }
}
