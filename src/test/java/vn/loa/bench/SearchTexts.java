package vn.loa.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Five hundred texts of our own: fifty subjects, each in ten places. Always the same ones. */
final class SearchTexts {
    static final int PLACES = 10;

    private static final long SEED = 20_251_126;
    private static final int SENTENCES = 4;
    private static final int CUE_MILLIS = 4_000;

    private static final List<String> WHERE = List.of(
            "Nà Lùng",
            "Khuổi Sáp",
            "Lũng Pàn",
            "Bản Chang",
            "Phia Đén",
            "Nặm Thoong",
            "Cốc Mười",
            "Tà Lạn",
            "Pác Ngườm",
            "Keo Hẻo");
    private static final List<String> WHO = List.of(
            "Anh Pảo",
            "Chị Dung",
            "Bà Kíu",
            "Ông Lầu",
            "Chị Xuyến",
            "Anh Thào",
            "Cô Mảy",
            "Bác Tráng",
            "Chị Nga",
            "Anh Sùng");

    /** @param key of the subject @param place from 1 */
    record Text(String key, int place, String title, String summary, String body, List<String> cues) {
        String slug() {
            return "van-ban-" + key + "-" + place;
        }
    }

    private record Subject(String key, String title, List<String> sentences) {}

    private SearchTexts() {}

    static List<Text> all() throws IOException {
        var subjects = new ArrayList<Subject>();
        var fillers = new ArrayList<String>();
        List<String> into = fillers;
        for (String line : lines("search-texts.txt").toList()) {
            if (line.startsWith("== ")) {
                int bar = line.indexOf('|');
                var subject = new Subject(
                        line.substring(3, bar).strip(), line.substring(bar + 1).strip(), new ArrayList<>());
                subjects.add(subject);
                into = subject.sentences;
            } else if (line.equals("--")) {
                into = fillers;
            } else {
                into.add(line);
            }
        }
        var texts = new ArrayList<Text>();
        for (Subject subject : subjects) {
            for (int place = 1; place <= PLACES; place++) {
                texts.add(text(subject, place, fillers, new Random(SEED + texts.size())));
            }
        }
        return texts;
    }

    private static Text text(Subject subject, int place, List<String> fillers, Random chance) {
        String where = WHERE.get(place - 1);
        String who = WHO.get(chance.nextInt(WHO.size()));
        var said = new ArrayList<String>();
        for (String sentence : subject.sentences) {
            said.add(sentence.replace("{người}", who).replace("{số}", String.valueOf(2 + chance.nextInt(28))));
        }
        int first = chance.nextInt(fillers.size());
        for (int i = 0; i < SENTENCES; i++) {
            said.add(chance.nextInt(said.size() + 1), fillers.get((first + i) % fillers.size()));
        }
        String summary = said.get(0);
        return new Text(
                subject.key,
                place,
                subject.title.replace("{nơi}", where),
                summary,
                said.stream().map(sentence -> "<p>" + sentence + "</p>").collect(Collectors.joining()),
                said);
    }

    /** Adds them as public products whose sentences are also said, one every four seconds, and waits until they can be found. */
    static void add(Content content) throws Exception {
        content.execute(insertion());
        GeneratedProducts.awaitIndex(content);
    }

    private static String insertion() throws IOException {
        var sql = new StringBuilder("begin;\n");
        for (Text text : all()) {
            sql.append("""
                    with p as (insert into product (slug, sample, state, online, published_at, changed_at)
                                 values ('%1$s', false, 'APPROVED', false, timestamptz '2019-01-01', now()) returning id),
                         r as (insert into product_revision (product, number, title, summary, body, genre, production_year, replay)
                                 select id, 1, json_build_object('vi', '%2$s')::text, json_build_object('vi', '%3$s')::text,
                                   json_build_object('vi', '%4$s')::text, 'tin-bai', 2019, false from p returning id, product),
                         s as (insert into subtitle_track (language) values ('vi') returning id),
                         c as (insert into subtitle_cue (subtitle_track, position, start_millis, end_millis, text)
                                 select s.id, k - 1, (k - 1) * %5$d, k * %5$d, said
                                 from s, unnest(array[%6$s]) with ordinality as t (said, k) returning 1)
                    insert into track (product, position, kind, language, role, state, reviewer, reviewed_at, asset, subtitle_track)
                      select r.product, 0, 'transcript', 'vi', 'original', 'approved', 'bench', now(),
                        (select min(asset) from track where kind = 'transcript' and state = 'approved'), s.id from r, s;
                    """.formatted(
                            text.slug(),
                            text.title,
                            text.summary,
                            text.body,
                            CUE_MILLIS,
                            text.cues.stream().map(cue -> "'" + cue + "'").collect(Collectors.joining(","))));
        }
        sql.append("""
                update product p set state = (select state from product where online order by id limit 1), online = true,
                    current_revision = r.id, published_revision = r.id
                  from product_revision r where r.product = p.id and p.slug like 'van-ban-%';
                """).append(queued()).append("commit;");
        return sql.toString();
    }

    /** Takes them away again from all that people can find. */
    static void hide(Content content) throws Exception {
        content.execute("begin; update product set online = false where slug like 'van-ban-%';" + queued() + "commit;");
        GeneratedProducts.awaitIndex(content);
    }

    private static String queued() {
        return "insert into search_outbox (kind, subject) select 'product', id from product where slug like 'van-ban-%';"
                + " update content_revision set number = number + 1;";
    }

    /** Of a file beside this class, without comments and empty lines. */
    static Stream<String> lines(String file) throws IOException {
        var stream = Objects.requireNonNull(SearchTexts.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }
}
