package vn.loa.bench;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.loa.accounts.Role;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;

/** A province of made communes with a station each, and works that these can play. What it makes stays. */
final class Province {
    /** What the names of its communes begin with. */
    static final String NAMED = "Đo ";

    static final int SLOTS = 60;

    /** Nine slots a day but for three days with eight: 60 a week, of a quarter of an hour to half an hour. */
    private static final String STATIONS = """
            insert into locality (code, name, kind, label, level, parent, valid_from)
              select '9' || lpad(n::text, 4, '0'), 'Đo ' || n, 'Xã', '{"vi": "Xã Đo ' || n || '"}', 'commune',
                (select id from locality where code = '04' and valid_to is null), date '2025-07-01' from generate_series(1, %d) n;
            insert into station (locality, settings)
              select l.id, json_build_object('slots', (
                  select json_agg(json_build_object('day', day, 'begins', lpad((5 + 2 * slot)::text, 2, '0') || ':00',
                      'ends', lpad((5 + 2 * slot)::text, 2, '0') || ':' || (array['15', '20', '30'])[1 + slot %% 3]))
                  from generate_series(1, 7) day, generate_series(0, 8) slot where not (slot = 8 and day > 4)),
                'holidays', json_build_array(), 'genres', json_build_array('tieu-pham'), 'onlyThese', false,
                'order', 'longest-unheard', 'repeatDays', 7, 'shares', json_build_array(
                  json_build_object('language', 'vi', 'percent', 40), json_build_object('language', 'hmn', 'percent', 40),
                  json_build_object('language', 'tyz', 'percent', 20)))::text
              from locality l where l.code like '9____' and l.name like 'Đo %%'""";

    /** Each with lengths of its own, from one minute to ten. */
    private static final String LENGTHS = """
            begin;
            create temp table made on commit drop as select t.id track, t.asset, row_number() over (order by t.id) n
              from track t join product p on p.id = t.product where p.slug like 'generated-%' and t.kind = 'audio';
            create temp table copied (asset bigint, n bigint) on commit drop;
            with fresh as (insert into media_asset (kind, original_name, master, state, created_at, duration_millis)
                select a.kind, 'do-' || m.n, a.master, a.state, a.created_at, 60000 + (m.n * 7919) % 540000
                from made m join media_asset a on a.id = m.asset returning id, original_name)
              insert into copied select id, substr(original_name, 4)::bigint from fresh;
            insert into rendition (asset, profile, blob, content_type, bytes, duration_millis)
              select c.asset, r.profile, r.blob, r.content_type, r.bytes, 60000 + (m.n * 7919) % 540000
              from copied c join made m on m.n = c.n join rendition r on r.asset = m.asset and r.profile = 'station';
            update track t set asset = c.asset from made m join copied c on c.n = m.n where t.id = m.track;
            commit;
            analyze""";

    private final Content content;
    private final PlainForms publisher;

    private Province(Content content, PlainForms publisher) {
        this.content = content;
        this.publisher = publisher;
    }

    /** Makes it where it is not there yet, signed in as who may plan it. */
    static Province of(Portal portal, int communes, int works) throws Exception {
        Content content = new Content(portal);
        if (content.ask("select code from locality where name like '" + NAMED + "%'")
                .isEmpty()) {
            GeneratedProducts.add(content, works);
            content.execute(LENGTHS);
            content.execute(STATIONS.formatted(communes));
        }
        Staff publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        return new Province(content, new PlainForms(portal, publisher.cookie()));
    }

    /** The week that is planned. */
    static Week week() {
        return Week.of(LocalDate.now(TimeSource.ZONE)).plus(1);
    }

    /** Plans next week of every commune that has no plan of it. */
    void plan() {
        HttpResponse<String> answer = publisher.send("/quan-tri/lich-phat", "lam", "xep-het");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Not planned: " + answer.statusCode() + "\n" + answer.body());
        }
    }

    /** Shows everybody what is planned. @return the codes of the communes */
    List<String> publish() {
        content.execute(
                "update programme p set published = edition, version = p.version + 1 from station s join locality l on l.id = s.locality"
                        + " where s.id = p.station and l.name like '" + NAMED + "%' and p.monday = '" + week().monday()
                        + "'");
        content.touch();
        return content.ask(
                "select l.code from programme p join station s on s.id = p.station join locality l on l.id = s.locality"
                        + " where l.name like '" + NAMED + "%' and p.published is not null order by l.code");
    }
}
