package vn.loa.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import vn.loa.common.Texts;

/**
 * What one installation is called and whose it is, while its administrators say nothing else. Texts are Vietnamese under the setting's name, English under the same name with
 * {@code .en}; an installation that names itself in Vietnamese only is called so in English too.
 *
 * @param name of the portal ({@code loa.site.name})
 * @param place it serves ({@code loa.site.place})
 * @param locality of that place, as the public contract names it ({@code loa.site.locality})
 * @param agency that answers for it ({@code loa.site.agency})
 * @param about one sentence on what it is for ({@code loa.site.about})
 * @param sample whether pages say that they show sample content ({@code loa.sample})
 */
public record SiteSettings(Texts name, Texts place, String locality, Texts agency, Texts about, boolean sample) {

    /** Reads them from the settings of this program. */
    @ApplicationScoped
    public static class Reader {
        @Produces
        SiteSettings read(Config settings) {
            return new SiteSettings(
                    texts(settings, "loa.site.name", "Truyền thông giảm nghèo", "Out of poverty, well informed"),
                    texts(settings, "loa.site.place", "Tỉnh Cao Bằng", "Cao Bằng province"),
                    settings.getOptionalValue("loa.site.locality", String.class).orElse("04"),
                    texts(
                            settings,
                            "loa.site.agency",
                            "Sở Văn hóa, Thể thao và Du lịch tỉnh Cao Bằng",
                            "Department of Culture, Sports and Tourism of Cao Bằng"),
                    texts(
                            settings,
                            "loa.site.about",
                            "Dự án Truyền thông và giảm nghèo về thông tin, Chương trình mục tiêu quốc gia giảm nghèo bền vững.",
                            "Project on communication and information poverty reduction, National Target Programme on"
                                    + " Sustainable Poverty Reduction."),
                    settings.getOptionalValue("loa.sample", Boolean.class)
                            .orElse(settings.getOptionalValue("loa.sample.dir", String.class)
                                    .isPresent()));
        }

        private static Texts texts(Config settings, String name, String vietnamese, String english) {
            var own = settings.getOptionalValue(name, String.class);
            var ownEnglish = settings.getOptionalValue(name + ".en", String.class);
            if (own.isEmpty()) {
                return Texts.of(Map.of(Texts.FALLBACK, vietnamese, "en", ownEnglish.orElse(english)));
            }
            return Texts.of(Map.of(Texts.FALLBACK, own.get(), "en", ownEnglish.orElse("")));
        }
    }
}
