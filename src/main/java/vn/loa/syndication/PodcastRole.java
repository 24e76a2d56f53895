package vn.loa.syndication;

import java.util.Map;
import java.util.Optional;
import vn.loa.common.Texts;

/**
 * What people do in a podcast, by the names that its namespace takes from the Podcast Taxonomy. Whoever is given no role there counts as the host, so what has
 * no name there is better not said at all.
 *
 * @param group in lower case
 * @param role in lower case
 */
record PodcastRole(String group, String role) {
    private static final Map<String, PodcastRole> KNOWN = Map.ofEntries(
            Map.entry("dao-dien", new PodcastRole("creative direction", "director")),
            Map.entry("bien-kich", new PodcastRole("writing", "writer")),
            Map.entry("kich-ban", new PodcastRole("writing", "writer")),
            Map.entry("chuyen-the", new PodcastRole("writing", "writer")),
            Map.entry("bai-viet", new PodcastRole("writing", "author")),
            Map.entry("tac-gia", new PodcastRole("writing", "author")),
            Map.entry("bien-soan", new PodcastRole("writing", "editor")),
            Map.entry("bien-tap", new PodcastRole("writing", "editor")),
            Map.entry("bien-dich", new PodcastRole("writing", "translator")),
            Map.entry("dich", new PodcastRole("writing", "translator")),
            Map.entry("giong-doc", new PodcastRole("cast", "narrator")),
            Map.entry("doc", new PodcastRole("cast", "narrator")),
            Map.entry("loi-binh", new PodcastRole("cast", "narrator")),
            Map.entry("phat-thanh-vien", new PodcastRole("cast", "announcer")),
            Map.entry("phong-vien", new PodcastRole("cast", "reporter")),
            Map.entry("dien-vien", new PodcastRole("cast", "voice actor")),
            Map.entry("long-tieng", new PodcastRole("cast", "voice actor")),
            Map.entry("dan-chuong-trinh", new PodcastRole("cast", "host")),
            Map.entry("nhac", new PodcastRole("audio post-production", "composer")),
            Map.entry("am-nhac", new PodcastRole("audio post-production", "composer")),
            Map.entry("am-thanh", new PodcastRole("audio production", "audio engineer")),
            Map.entry("thu-am", new PodcastRole("audio production", "audio engineer")),
            Map.entry("quay-phim", new PodcastRole("video production", "camera operator")),
            Map.entry("dung-phim", new PodcastRole("video post-production", "editor")),
            Map.entry("thiet-ke", new PodcastRole("visuals", "graphic designer")),
            Map.entry("tranh-minh-hoa", new PodcastRole("visuals", "graphic designer")));

    /** @param written as editors write it: {@code Đạo diễn} */
    static Optional<PodcastRole> of(String written) {
        return Optional.ofNullable(KNOWN.get(Texts.fold(written).strip().replaceAll("[^a-z0-9]+", "-")));
    }
}
