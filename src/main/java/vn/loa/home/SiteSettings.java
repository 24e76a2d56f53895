package vn.loa.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;

/**
 * What one installation is called and whose it is.
 *
 * @param name of the portal ({@code loa.site.name})
 * @param place it serves ({@code loa.site.place})
 * @param locality of that place, as the public contract names it ({@code loa.site.locality})
 * @param agency that answers for it ({@code loa.site.agency})
 * @param about one sentence on what it is for ({@code loa.site.about})
 * @param sample whether pages say that they show sample content ({@code loa.sample})
 */
public record SiteSettings(String name, String place, String locality, String agency, String about, boolean sample) {

    /** Reads them from the settings of this program. */
    @ApplicationScoped
    public static class Reader {
        @Produces
        SiteSettings read(Config settings) {
            return new SiteSettings(
                    text(settings, "loa.site.name", "Truyền thông giảm nghèo"),
                    text(settings, "loa.site.place", "Tỉnh Cao Bằng"),
                    text(settings, "loa.site.locality", "04"),
                    text(settings, "loa.site.agency", "Sở Văn hóa, Thể thao và Du lịch tỉnh Cao Bằng"),
                    text(
                            settings,
                            "loa.site.about",
                            "Dự án Truyền thông và giảm nghèo về thông tin, Chương trình mục tiêu quốc gia giảm nghèo bền vững."),
                    settings.getOptionalValue("loa.sample", Boolean.class)
                            .orElse(settings.getOptionalValue("loa.sample.dir", String.class)
                                    .isPresent()));
        }

        private static String text(Config settings, String name, String otherwise) {
            return settings.getOptionalValue(name, String.class).orElse(otherwise);
        }
    }
}
