package vn.loa.administration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.administration.LookContent.EmblemLine;
import vn.loa.common.Colour;
import vn.loa.common.Texts;

/** What the portal is called and how it looks: as it is, as it is being tried, or as it was. */
@Entity
@Table(name = "portal_look")
public class PortalLook {
    static final String DRAFT = "draft";
    static final String CURRENT = "current";
    static final String FORMER = "former";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String state = DRAFT;
    private Texts name = Texts.none();
    private Texts about = Texts.none();
    private Texts agency = Texts.none();
    private Texts address = Texts.none();
    private String phone = "";
    private String mail = "";
    private @Nullable String accent;
    private @Nullable String emblem;

    @Column(name = "dark_emblem")
    private @Nullable String darkEmblem;

    @Column(name = "emblem_words")
    private Texts emblemWords = Texts.none();

    @Column(name = "changed_by")
    private String changedBy = "";

    @Column(name = "changed_at")
    private Instant changedAt = Instant.EPOCH;

    protected PortalLook() {}

    PortalLook(LookContent content, String by, Instant now) {
        write(content, by, now);
    }

    long id() {
        return Objects.requireNonNull(id, "the look is stored");
    }

    long version() {
        return version;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable String emblem() {
        return emblem;
    }

    @Nullable String darkEmblem() {
        return darkEmblem;
    }

    final void write(LookContent content, String by, Instant now) {
        name = content.name();
        about = content.about();
        agency = content.agency();
        address = content.address();
        phone = content.phone();
        mail = content.mail();
        accent = content.accent() == null ? null : content.accent().digits();
        emblem = content.emblem() == null ? null : content.emblem().id();
        darkEmblem = content.darkEmblem() == null ? null : content.darkEmblem().id();
        emblemWords = content.emblemWords();
        changedBy = by;
        changedAt = now;
    }

    void become(String next) {
        state = next;
    }

    /** @param bright what is known of its emblem @param dark the same of that for dark grounds */
    LookContent content(@Nullable EmblemLine bright, @Nullable EmblemLine dark) {
        return new LookContent(
                name,
                about,
                agency,
                address,
                phone,
                mail,
                accent == null ? null : Colour.of(accent),
                bright,
                dark,
                emblemWords);
    }
}
