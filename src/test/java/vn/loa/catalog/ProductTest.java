package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Actor;
import vn.loa.accounts.Role;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;
import vn.loa.media.Blob;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaKind;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Medium;

class ProductTest {
    private static final Instant NOW = Instant.parse("2025-05-22T01:00:00Z");
    private static final Actor REVIEWER =
            new Actor("ngonngu", Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("vi"), false);
    private static final Genre SKIT =
            new Genre("tieu-pham", Texts.of("vi", "Tiểu phẩm phát thanh"), Medium.AUDIO, "loa", "cham", 1);

    private final Product product = draft();

    @Test
    void a_work_without_an_approved_track_or_a_text_is_not_published() {
        addAudio();
        approve();

        assertThat(refusal()).isEqualTo(Reason.NOTHING_TO_SHOW);
        assertThat(product.publication().isOnline()).isFalse();
    }

    @Test
    void one_approved_track_is_enough() {
        addAudio().approve(REVIEWER, NOW);
        approve();

        product.publish(NOW, NOW);

        assertThat(product.published()).contains(product.current());
    }

    @Test
    void a_text_is_enough() {
        write("Bài viết", "<p>Chuyện ở bản.</p>");
        approve();

        product.publish(NOW, NOW);

        assertThat(product.publication().isOnline()).isTrue();
    }

    @Test
    void a_person_who_was_not_asked_keeps_the_work_from_the_public() {
        write("Bài viết", "<p>Chuyện ở bản.</p>");
        product.current().name(List.of(), List.of(new Consent("Chị M.", "Ảnh và tên", null, null, null)));
        approve();

        assertThat(refusal()).isEqualTo(Reason.CONSENT_MISSING);
    }

    @Test
    void a_person_who_took_the_consent_back_keeps_the_work_from_the_public() {
        write("Bài viết", "<p>Chuyện ở bản.</p>");
        var day = LocalDate.of(2025, 5, 1);
        product.current().name(List.of(), List.of(new Consent("Chị M.", "Ảnh và tên", day, null, day.plusDays(1))));
        approve();

        assertThat(refusal()).isEqualTo(Reason.CONSENT_MISSING);
    }

    @Test
    void
            a_consent_that_is_withdrawn_from_what_is_public_is_so_in_the_next_revision_though_it_names_the_person_no_more() {
        write("Bài viết", "<p>Chuyện ở bản.</p>");
        var day = LocalDate.of(2025, 5, 1);
        product.current().name(List.of(), List.of(new Consent("Chị M.", "Ảnh và tên", day, null, null)));
        approve();
        product.publish(NOW, NOW);
        product.revise(NOW);
        product.current().name(List.of(), List.of());

        product.withdrawConsent("Chị M.", day.plusDays(1));

        assertThat(product.published().orElseThrow().consentRecord().missing()).isPresent();
        approve();
        assertThat(refusal()).isEqualTo(Reason.CONSENT_MISSING);
    }

    @Test
    void the_public_reads_the_old_words_until_the_new_ones_are_published() {
        write("Tên cũ", "<p>Cũ</p>");
        approve();
        product.publish(NOW, NOW);

        product.revise(NOW);
        write("Tên mới", "<p>Mới</p>");

        assertThat(product.published().orElseThrow().title().in("vi")).isEqualTo("Tên cũ");
        assertThat(product.current().number()).isEqualTo(2);

        approve();
        product.publish(NOW, NOW);

        assertThat(product.published().orElseThrow().title().in("vi")).isEqualTo("Tên mới");
    }

    @Test
    void only_a_draft_is_rewritten() {
        write("Bài viết", "<p>Chuyện ở bản.</p>");
        assertThat(product.draft()).isSameAs(product.current());
        product.submit(NOW);

        assertThat(catchThrowableOfType(TransitionRefused.class, product::draft).reason())
                .isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void a_withdrawn_work_is_rewritten_in_a_revision_of_its_own() {
        write("Tên cũ", "<p>Cũ</p>");
        approve();
        product.publish(NOW, NOW);
        product.withdraw("Số liệu sai", NOW);

        product.returnToDraft("Sửa số liệu", NOW);
        write("Tên mới", "<p>Mới</p>");

        assertThat(product.published().orElseThrow().title().in("vi")).isEqualTo("Tên cũ");
    }

    @Test
    void a_track_sent_back_is_not_approved_without_new_work() {
        var track = addAudio();
        track.reject(REVIEWER, "Phút 1:12 đọc sai", NOW);

        var refused = catchThrowableOfType(TransitionRefused.class, () -> track.approve(REVIEWER, NOW));

        assertThat(refused.reason()).isEqualTo(Reason.TRACK_NOT_READY);
        assertThat(track.reviewNote()).contains("Phút 1:12 đọc sai");
    }

    @Test
    void without_its_last_track_and_without_a_text_a_public_work_is_empty() {
        var track = addAudio();
        track.approve(REVIEWER, NOW);
        approve();
        product.publish(NOW, NOW);
        assertThat(product.isEmptyToThePublic()).isFalse();

        track.reject(REVIEWER, "Phút 1:12 đọc sai", NOW);

        assertThat(product.isEmptyToThePublic()).isTrue();
    }

    @Test
    void a_track_after_one_that_was_removed_stands_behind_all_others() {
        var first = addAudio();
        var second = addAudio();

        product.removeTrack(first);

        assertThat(addAudio().position()).isGreaterThan(second.position());
    }

    @Test
    void an_approved_track_is_not_removed() {
        var track = addAudio();
        track.approve(REVIEWER, NOW);

        assertThat(catchThrowableOfType(TransitionRefused.class, () -> product.removeTrack(track))
                        .reason())
                .isEqualTo(Reason.WRONG_STATE);
    }

    private static Product draft() {
        var product = new Product(new Slug("con-bo"), false, NOW);
        product.begin();
        return product;
    }

    private void write(String title, String body) {
        product.current()
                .write(
                        new ProductRevision.Wording(
                                Texts.of("vi", title), Texts.none(), Texts.of("vi", body), 2025, false, null),
                        SKIT,
                        null);
    }

    private Track addAudio() {
        var asset = new MediaAsset(MediaKind.AUDIO, "con-bo.mp3", new Blob("0".repeat(64), 1, NOW), NOW);
        return product.addTrack(TrackKind.AUDIO, "vi", TrackRole.ORIGINAL, null, asset, null);
    }

    private void approve() {
        product.submit(NOW);
        product.approve(NOW);
    }

    private Reason refusal() {
        return catchThrowableOfType(TransitionRefused.class, () -> product.publish(NOW, NOW))
                .reason();
    }

    @Test
    void nothing_presses_for_ever_and_nothing_in_the_past() {
        var week = NOW.plus(Priority.URGENT.longest());
        product.requirePressable(Priority.URGENT, week, NOW);

        assertThat(pressed(Priority.URGENT, week.plusSeconds(1))).isEqualTo(Reason.TOO_LONG);
        assertThat(pressed(Priority.IMPORTANT, NOW)).isEqualTo(Reason.NOT_IN_THE_FUTURE);
    }

    @Test
    void what_is_withdrawn_cannot_be_made_to_press() {
        write("Bài viết", "<p>Chuyện ở bản.</p>");
        approve();
        product.publish(NOW, NOW);
        product.requirePressable(Priority.URGENT, NOW.plusSeconds(60), NOW);

        product.withdraw("Sai", NOW);

        assertThat(product.priority(NOW)).isEqualTo(Priority.NORMAL);
        assertThat(pressed(Priority.URGENT, NOW.plusSeconds(60))).isEqualTo(Reason.WRONG_STATE);
    }

    private Reason pressed(Priority level, Instant until) {
        return catchThrowableOfType(TransitionRefused.class, () -> product.requirePressable(level, until, NOW))
                .reason();
    }
}
