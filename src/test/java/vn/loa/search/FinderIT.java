package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.catalog.CurrentPriorities;
import vn.loa.catalog.Priority;
import vn.loa.catalog.UrgentProducts.UrgentProduct;
import vn.loa.editorial.SubjectKind;
import vn.loa.plans.Plans;
import vn.loa.search.Filters.Order;
import vn.loa.search.Finder.Extras;
import vn.loa.search.Finder.Found;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/** What words are read as, on whichever page of whichever list. */
@UsesPortal
@TestInstance(Lifecycle.PER_CLASS)
class FinderIT {
    private static final Set<SubjectKind> EVERYTHING = EnumSet.allOf(SubjectKind.class);
    private static final Extras COUNTED = new Extras(Set.of(Facet.GENRE), true, false);

    private TrialIndex trial;
    private Questions questions;
    private Finder finder;

    /** Counts them on their way. */
    private static final class Questions extends SolrIndex {
        private final SolrIndex index;
        private int asked;

        Questions(SolrIndex index) {
            super(new SearchSettings(
                    URI.create("http://127.0.0.1:9/solr/none"),
                    false,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1)));
            this.index = index;
        }

        @Override
        SolrAnswer ask(String handler, SolrQuery query) {
            asked++;
            return index.ask(handler, query);
        }
    }

    @BeforeAll
    void fill(Portal portal) {
        trial = TrialIndex.on(portal);
        trial.hold(
                work(1, "tin-bai", "Xã nhà giảm nghèo"),
                work(2, "tin-bai", "Chuyện giảm nghèo ở bản trên"),
                work(3, "tin-bai", "Giảm nghèo từ con bò"),
                work(4, "tieu-pham", "Tiểu phẩm giảm nghèo"),
                work(5, "tieu-pham", "Giảm nghèo, ai lo"),
                document(SubjectKind.PLAN, 6).words("title", "Kế hoạch giảm nghèo"),
                work(11, "clip", "Hạt ngô mùa này bán chẳng rẻ"),
                work(12, "tin-bai", "Hạt thóc giống không phải chỗ nào cũng rẻ"),
                work(13, "tin-bai", "Hạt đỗ tương khô để lâu rồi mới rẻ"),
                work(14, "clip", "Hạt dẻ đi chợ xa"),
                work(15, "clip", "Nhặt hạt dẻ"),
                work(21, "clip", "Bác sĩ khám cho bà, hỏi han rồi mới chữa bệnh"),
                work(
                        22,
                        "clip",
                        "Khám ở trạm xá của xã, ai cũng được phát thuốc và nghe bác sĩ dặn dò cách phòng bệnh"),
                work(23, "clip", "Bệnh của trẻ nhỏ hay gặp vào mùa đông ở vùng cao nước ta và những nơi đã khám"),
                work(24, "clip", "Con hổ trong truyện kể cho người nghèo"),
                work(25, "clip", "Hộ nghèo vay vốn"),
                work(26, "clip", "Thế nào là hộ nghèo"),
                work(27, "clip", "Nuôi trâu bò"),
                work(28, "clip", "Trâu rừng bỏ nương"));
        questions = new Questions(trial.index());
        finder = new Finder(questions, new Mending(questions), new Plans() {}, new CurrentPriorities() {
            @Override
            public List<UrgentProduct> all(Priority level) {
                return List.of();
            }
        });
    }

    @AfterAll
    void close() {
        trial.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 77, 1_000_000_000})
    void a_correction_is_the_same_on_every_page_with_the_same_total(int page) {
        var found = find("giãm nghéo", Map.of(), Order.RELEVANCE, EVERYTHING, page);

        assertThat(found.correction()).isEqualTo("giảm nghèo");
        assertThat(found.total()).isEqualTo(6);
        assertThat(found.hits()).hasSize(Math.max(0, Math.min(2, 6 - 2 * (Math.min(page, 4) - 1))));
    }

    @Test
    void pages_of_what_was_corrected_show_each_thing_once() {
        assertThat(List.of(1, 2, 3))
                .flatExtracting(page -> find("giãm nghéo", Map.of(), Order.RELEVANCE, EVERYTHING, page).hits().stream()
                        .map(hit -> hit.subject().id())
                        .toList())
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void a_correction_is_the_same_in_every_order_and_in_the_lists_of_one_kind() {
        var newest = find("giãm nghéo", Map.of(), Order.NEWEST, EVERYTHING, 2);
        assertThat(newest.correction()).isEqualTo("giảm nghèo");
        assertThat(newest.total()).isEqualTo(6);

        var plans = find("giãm nghéo", Map.of(), Order.RELEVANCE, Set.of(SubjectKind.PLAN), 1);
        assertThat(plans.correction()).isEqualTo("giảm nghèo");
        assertThat(plans.total()).isOne();

        var questions = find("giãm nghéo", Map.of(), Order.RELEVANCE, Set.of(SubjectKind.QUESTION), 1);
        assertThat(questions.correction()).isEqualTo("giảm nghèo");
        assertThat(questions.total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"giãm nghéo", "giam nghoeo", "giam1 ngheo2", "hạt rẻ", "hạt", "nhặt hạt rẻ"})
    void each_value_of_a_facet_finds_as_many_as_were_counted(String typed) {
        var all = find(typed, Map.of(), Order.RELEVANCE, EVERYTHING, 1);

        assertThat(all.counts().get(Facet.GENRE)).isNotEmpty().allSatisfy(count -> {
            var chosen = find(typed, Map.of(Facet.GENRE, List.of(count.value())), Order.RELEVANCE, EVERYTHING, 1);
            assertThat(chosen.total()).as(count.value()).isEqualTo(count.number());
            assertThat(chosen.correction()).as(count.value()).isEqualTo(all.correction());
        });
    }

    @Test
    void words_that_enough_texts_have_are_not_read_otherwise_where_a_filter_leaves_few_of_these() {
        var found = find("hạt rẻ", Map.of(Facet.GENRE, List.of("clip")), Order.RELEVANCE, EVERYTHING, 1);

        assertThat(found.correction()).isNull();
        assertThat(found.subjects(SubjectKind.PRODUCT).map(Subject::id)).containsExactly(11L);
    }

    @Test
    void a_filter_that_leaves_nothing_leaves_the_correction() {
        var found = find("giãm nghéo", Map.of(Facet.GENRE, List.of("phim")), Order.RELEVANCE, EVERYTHING, 1);

        assertThat(found.total()).isZero();
        assertThat(found.correction()).isEqualTo("giảm nghèo");
        assertThat(found.without()).containsEntry(Facet.GENRE, 6L);
    }

    @ParameterizedTest
    @CsvSource({"giảm nghèo, '', 1", "hạt, '', 1", "giảm nghèo, tin-bai, 1", "giảm nghèo, tieu-pham, 2"})
    void what_is_well_spelled_takes_one_question_and_one_more_where_filters_leave_little(
            String typed, String genre, int most) {
        var before = questions.asked;
        var chosen = genre.isEmpty() ? Map.<Facet, List<String>>of() : Map.of(Facet.GENRE, List.of(genre));

        assertThat(find(typed, chosen, Order.RELEVANCE, EVERYTHING, 1).total()).isPositive();
        assertThat(questions.asked - before).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"khám bênh, khám bệnh, 3", "khám bệh, khám bệnh, 3", "hổ nghèo, hộ nghèo, 2", "hộ nghéo, hộ nghèo, 2"})
    void words_that_are_some_word_but_not_the_one_that_was_meant_are_told_by_the_others(
            String typed, String meant, int total) {
        var found = find(typed, Map.of(), Order.RELEVANCE, EVERYTHING, 1);

        assertThat(found.correction()).isEqualTo(meant);
        assertThat(found.total()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({"trâu bỏ, 1", "con hổ, 1", "trâu rừng, 1", "khám trê, 0"})
    void words_that_find_as_much_as_any_others_of_their_letters_mean_what_was_typed(String typed, int total) {
        var found = find(typed, Map.of(), Order.RELEVANCE, EVERYTHING, 1);

        assertThat(found.correction()).isNull();
        assertThat(found.total()).isEqualTo(total);
    }

    @Test
    void the_lists_of_each_kind_are_corrected_alike_beside_one_another_and_alone() {
        var apart = finder.find(filters("giãm nghéo", Map.of(), Order.RELEVANCE), EVERYTHING, none(), 1, 2, apart());

        assertThat(apart.correction()).isEqualTo("giảm nghèo");
        EVERYTHING.forEach(kind -> assertThat(find("giãm nghéo", Map.of(), Order.RELEVANCE, Set.of(kind), 2)
                        .total())
                .isEqualTo(apart.totals().get(kind)));
    }

    private static Extras apart() {
        return new Extras(Set.of(Facet.GENRE), true, true);
    }

    private Found find(String typed, Map<Facet, List<String>> chosen, Order order, Set<SubjectKind> kinds, int page) {
        return finder.find(filters(typed, chosen, order), kinds, none(), page, 2, COUNTED);
    }

    private static Filters filters(String typed, Map<Facet, List<String>> chosen, Order order) {
        return new Filters(Words.of(typed).orElseThrow(), chosen, null, null, null, null, null, order, false);
    }

    private static Names.Snapshot none() {
        return Names.Snapshot.none();
    }

    private static IndexDocument work(long id, String genre, String title) {
        return document(SubjectKind.PRODUCT, id).words("title", title).code("genre", genre);
    }

    private static IndexDocument document(SubjectKind kind, long id) {
        return new IndexDocument(new Subject(kind, id), kind.code() + "-" + id, "1")
                .moment("publishedAt", Instant.parse("2025-01-01T00:00:00Z").plusSeconds(id));
    }
}
