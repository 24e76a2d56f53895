package vn.loa.plans;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How often what fulfils promises was really aired. Known to the programmes, which know the plans: so plans ask through this. */
public interface BroadcastCounts {
    /** By deliverable; those of which nothing was aired are left out. One statement, or none for none. @param deliverables keys */
    Map<String, Airings> of(Collection<String> deliverables);

    /**
     * What communes have put into their as-run logs as aired to the end.
     *
     * @param count how often
     * @param places at how many communes
     * @param languages in order of their codes, those alone in which something was aired
     */
    record Airings(long count, long places, List<InLanguage> languages) {
        public Airings {
            languages = List.copyOf(languages);
        }

        public static Airings none() {
            return new Airings(0, 0, List.of());
        }
    }

    /** @param language its code */
    record InLanguage(String language, long count, long places) {}
}
