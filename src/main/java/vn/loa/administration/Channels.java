package vn.loa.administration;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.taxonomy.ChannelKind;

/** Where what plans promise is shown, and how many people each channel reached on which day. */
@Repository
public class Channels {
    private static final String SELECT = """
            select c.id, c.version, c.kind, c.name, c.address, c.agency, coalesce(a.name, '{}'),
                case when l.valid_to is null then l.code else l.code || '@' || l.valid_from end, coalesce(l.label, '{}'),
                c.closed_on, m.measured_on, m.subscribers, m.views
            from channel c left join agency a on a.code = c.agency left join locality l on l.id = c.locality
            left join lateral (
                select * from channel_metric m where m.channel = c.id order by m.measured_on desc limit 1
            ) m on true""";

    @PersistenceContext
    private EntityManager em;

    /**
     * A channel.
     *
     * @param kind code of a {@link ChannelKind}
     * @param address of its site; empty when it has none
     * @param agency code of whose it is; may be empty
     * @param place name of the unit it is for in the public contract; empty for the whole province
     * @param closedOn the first day on which it is no more
     * @param latest how many it reached when that was counted last
     */
    public record Channel(
            long id,
            long version,
            String kind,
            Texts name,
            String address,
            String agency,
            Texts agencyName,
            String place,
            Texts placeName,
            @Nullable LocalDate closedOn,
            @Nullable Metric latest) {}

    /** How many a channel reached. @param views all of them since it began; null, as subscribers, when nobody has counted */
    public record Metric(
            LocalDate day,
            @Nullable Long subscribers,
            @Nullable Long views) {
        /** Whether it reaches as many as a promise asks for. What nobody has counted does not. */
        public boolean meets(@Nullable Long leastSubscribers, @Nullable Long leastViews) {
            return reaches(subscribers, leastSubscribers) && reaches(views, leastViews);
        }

        private static boolean reaches(@Nullable Long there, @Nullable Long least) {
            return least == null || there != null && there >= least;
        }
    }

    /** What a promise of a public plan asks of channels that count. */
    public record Threshold(
            String plan,
            String subject,
            Texts promise,
            @Nullable Long subscribers,
            @Nullable Long views) {}

    /** All of them, those that are no more last. One statement. */
    List<Channel> all() {
        List<?> rows = em.createNativeQuery(SELECT + " order by c.closed_on is not null, c.kind, c.name, c.id")
                .getResultList();
        return rows.stream().map(row -> read((Object[]) row)).toList();
    }

    Optional<Channel> find(long id) {
        List<?> rows = em.createNativeQuery(SELECT + " where c.id = ?1")
                .setParameter(1, id)
                .getResultList();
        return rows.stream().map(row -> read((Object[]) row)).findFirst();
    }

    private static Channel read(Object[] row) {
        var day = day(row[10]);
        return new Channel(
                number(row[0]),
                number(row[1]),
                (String) row[2],
                Texts.parse((String) row[3]),
                text(row[4]),
                text(row[5]),
                Texts.parse((String) row[6]),
                text(row[7]),
                Texts.parse((String) row[8]),
                day(row[9]),
                day == null ? null : new Metric(day, count(row[11]), count(row[12])));
    }

    /** Of one channel, the latest first. One statement. */
    List<Metric> metrics(long channel) {
        List<?> rows = em.createNativeQuery(
                        "select measured_on, subscribers, views from channel_metric where channel = ?1 order by 1 desc")
                .setParameter(1, channel)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Metric(java.util.Objects.requireNonNull(day(row[0])), count(row[1]), count(row[2])))
                .toList();
    }

    /** What public plans ask for; so many and no more. One statement. */
    List<Threshold> thresholds(int most) {
        List<?> rows = em.createNativeQuery("""
                        select p.slug, r.subject, d.title, d.threshold_subscribers, d.threshold_views
                        from plan p join plan_revision r on r.id = p.published_revision join deliverable d on d.revision = r.id
                        where p.online and (d.threshold_subscribers is not null or d.threshold_views is not null)
                        order by p.published_at desc, p.id, d.position""").setMaxResults(most).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Threshold(
                        (String) row[0], (String) row[1], Texts.parse((String) row[2]), count(row[3]), count(row[4])))
                .toList();
    }

    /** @param agency code, or empty @param locality id, or null @return its id */
    long add(
            ChannelKind kind,
            Texts name,
            String address,
            String agency,
            @Nullable Long locality,
            @Nullable LocalDate closedOn) {
        return number(em.createNativeQuery("insert into channel (kind, name, address, agency, locality, closed_on)"
                        + " values (?1, ?2, nullif(?3, ''), nullif(?4, ''), cast(nullif(?5, '') as bigint),"
                        + " cast(nullif(?6, '') as date)) returning id")
                .setParameter(1, kind.code())
                .setParameter(2, name.toJson())
                .setParameter(3, address)
                .setParameter(4, agency)
                .setParameter(5, written(locality))
                .setParameter(6, written(closedOn))
                .getSingleResult());
    }

    /** @return false when somebody has changed it since this version */
    boolean change(
            long id,
            long version,
            ChannelKind kind,
            Texts name,
            String address,
            String agency,
            @Nullable Long locality,
            @Nullable LocalDate closedOn) {
        return em.createNativeQuery("update channel set version = version + 1, kind = ?1, name = ?2,"
                                + " address = nullif(?3, ''), agency = nullif(?4, ''),"
                                + " locality = cast(nullif(?5, '') as bigint), closed_on = cast(nullif(?6, '') as date)"
                                + " where id = ?7 and version = ?8")
                        .setParameter(1, kind.code())
                        .setParameter(2, name.toJson())
                        .setParameter(3, address)
                        .setParameter(4, agency)
                        .setParameter(5, written(locality))
                        .setParameter(6, written(closedOn))
                        .setParameter(7, id)
                        .setParameter(8, version)
                        .executeUpdate()
                == 1;
    }

    /** With everything that was counted. */
    boolean remove(long id, long version) {
        return em.createNativeQuery("delete from channel where id = ?1 and version = ?2")
                        .setParameter(1, id)
                        .setParameter(2, version)
                        .executeUpdate()
                == 1;
    }

    /** What was counted on a day takes the place of what stood for that day. */
    void measure(long channel, Metric metric) {
        em.createNativeQuery("insert into channel_metric (channel, measured_on, subscribers, views)"
                        + " values (?1, cast(?2 as date), cast(nullif(?3, '') as bigint), cast(nullif(?4, '') as bigint))"
                        + " on conflict (channel, measured_on) do update"
                        + " set subscribers = excluded.subscribers, views = excluded.views")
                .setParameter(1, channel)
                .setParameter(2, metric.day().toString())
                .setParameter(3, written(metric.subscribers()))
                .setParameter(4, written(metric.views()))
                .executeUpdate();
    }

    boolean forget(long channel, LocalDate day) {
        return em.createNativeQuery("delete from channel_metric where channel = ?1 and measured_on = cast(?2 as date)")
                        .setParameter(1, channel)
                        .setParameter(2, day.toString())
                        .executeUpdate()
                == 1;
    }

    private static String written(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : (String) value;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static @Nullable Long count(@Nullable Object value) {
        return value == null ? null : Long.valueOf(((Number) value).longValue());
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value instanceof Date date ? date.toLocalDate() : value instanceof LocalDate day ? day : null;
    }
}
