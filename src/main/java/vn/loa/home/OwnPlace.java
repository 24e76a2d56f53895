package vn.loa.home;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.regex.Pattern;
import vn.loa.common.SchemaMigration;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Level;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/**
 * Sees to it when the portal starts that the place it serves is among the localities: its page stands in the menu, and works are made
 * for it.
 */
@ApplicationScoped
class OwnPlace {
    /** Since when today's list of provinces and communes is in force. */
    private static final LocalDate LIST_OF_TODAY = LocalDate.of(2025, 7, 1);

    private static final Pattern KIND = Pattern.compile("(Tỉnh|Thành phố|Xã|Phường|Đặc khu)\\s+(.+)");

    @Inject
    private SiteSettings site;

    @Inject
    private Localities localities;

    /** After the sample content, which knows more about its places. */
    @Transactional
    void makeSure(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        if (localities.find(site.locality()).isEmpty()) {
            localities.addOnce(of(site.locality(), site.place()));
        }
    }

    /** The unit with this code and label; kind and name are told apart where the label begins with a kind. */
    static Locality of(String code, Texts label) {
        var written = KIND.matcher(label.in(Texts.FALLBACK).strip());
        var kind = written.matches() ? written.group(1) : "";
        var name = written.matches() ? written.group(2) : label.in(Texts.FALLBACK);
        var level = switch (kind) {
            case "Xã", "Phường", "Đặc khu" -> Level.COMMUNE;
            default -> Level.PROVINCE;
        };
        return new Locality(code, name, kind, label, level, null, LIST_OF_TODAY, null);
    }
}
