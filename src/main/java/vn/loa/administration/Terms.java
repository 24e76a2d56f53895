package vn.loa.administration;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.loa.common.Repository;
import vn.loa.common.Texts;

/**
 * Topics, audiences and genres as rows, and whatever of the portal refers to them: here, and only here, is known which tables those are.
 */
@Repository
public class Terms {
    /** Of the lock of those who arrange terms: any number that no other lock has. */
    private static final long ONE_BY_ONE = 0x7465_726d_735f_3131L;

    @PersistenceContext
    private EntityManager em;

    /** How much refers to a term. @param works products that are about it, drafts included @param others questions of a topic, promises of plans of a genre */
    public record Use(long works, long others) {
        static final Use NONE = new Use(0, 0);
    }

    /** Nobody else arranges terms until this transaction ends. */
    void oneByOne() {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, ONE_BY_ONE)
                .getSingleResult();
    }

    /** All of a kind, in their order. One statement. */
    TermTree all(TermKind kind) {
        var columns = new StringBuilder("code, version, label, ").append(kind.isTree() ? "parent" : "null");
        kind.traits().forEach(trait -> columns.append(", ").append(trait));
        List<?> rows = em.createNativeQuery("select " + columns + " from " + kind.code() + " order by position, code")
                .getResultList();
        return new TermTree(rows.stream().map(row -> read(kind, (Object[]) row)).toList());
    }

    private static Term read(TermKind kind, Object[] row) {
        var traits = new HashMap<String, String>();
        for (var i = 0; i < kind.traits().size(); i++) {
            traits.put(kind.traits().get(i), (String) row[4 + i]);
        }
        return new Term(
                (String) row[0], ((Number) row[1]).longValue(), (String) row[3], Texts.parse((String) row[2]), traits);
    }

    /** By code; what nothing refers to is missing. Two statements at most. */
    Map<String, Use> uses(TermKind kind) {
        var works = counts(works(kind, "term, count(*)", "") + " group by term");
        var others = switch (kind) {
            case TOPIC -> counts("select topic, count(*) from question where topic is not null group by topic");
            case GENRE -> counts("select genre, count(*) from deliverable group by genre");
            case AUDIENCE -> Map.<String, Long>of();
        };
        var uses = new HashMap<String, Use>();
        works.forEach((code, count) -> uses.put(code, new Use(count, 0)));
        others.forEach((code, count) -> uses.merge(code, new Use(0, count), (one, other) -> new Use(one.works, count)));
        return uses;
    }

    private Map<String, Long> counts(String sql) {
        List<?> rows = em.createNativeQuery(sql).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }

    /** Of what editors write now and of what the public sees. */
    private static String works(TermKind kind, String select, String where) {
        var one = switch (kind) {
            case TOPIC -> "select p.id, t.topic as term from product p join product_topic t on t.revision = p.%s";
            case AUDIENCE ->
                "select p.id, t.audience as term from product p join product_audience t on t.revision = p.%s";
            case GENRE -> "select p.id, t.genre as term from product p join product_revision t on t.id = p.%s";
        };
        return "select " + select + " from (" + one.formatted("current_revision") + " union "
                + one.formatted("published_revision") + ") works" + where;
    }

    /** Ids of products that are about one of these. One statement. */
    List<Long> works(TermKind kind, List<String> codes) {
        return ids(works(kind, "distinct id", " where term in (" + places(codes) + ")"), codes);
    }

    /** Ids of questions that are about one of these topics. One statement. */
    List<Long> questions(List<String> codes) {
        return ids("select id from question where topic in (" + places(codes) + ")", codes);
    }

    private List<Long> ids(String sql, List<String> codes) {
        var query = em.createNativeQuery(sql);
        for (var i = 0; i < codes.size(); i++) {
            query.setParameter(i + 1, codes.get(i));
        }
        List<?> ids = query.getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private static String places(List<String> codes) {
        var places = new ArrayList<String>();
        for (var i = 1; i <= codes.size(); i++) {
            places.add("?" + i);
        }
        return String.join(", ", places);
    }

    /** Whether anything refers to it, revisions of long ago included. */
    boolean isReferredTo(TermKind kind, String code) {
        var sql = switch (kind) {
            case TOPIC ->
                "select exists (select 1 from product_topic where topic = ?1) or exists (select 1 from question where topic = ?1)";
            case AUDIENCE -> "select exists (select 1 from product_audience where audience = ?1)";
            case GENRE ->
                "select exists (select 1 from product_revision where genre = ?1) or exists (select 1 from deliverable where genre = ?1)";
        };
        return (Boolean) em.createNativeQuery(sql).setParameter(1, code).getSingleResult();
    }

    void add(TermKind kind, Term term) {
        var columns = new ArrayList<>(List.of("code", "label", "position"));
        var values = new ArrayList<>(
                List.of("?1", "?2", "(select coalesce(max(position), 0) + 1 from " + kind.code() + ")"));
        if (kind.isTree()) {
            columns.add("parent");
            values.add("nullif(?3, '')");
        }
        columns.addAll(kind.traits());
        for (var i = 0; i < kind.traits().size(); i++) {
            values.add("?" + (4 + i));
        }
        var query = em.createNativeQuery("insert into " + kind.code() + " (" + String.join(", ", columns) + ") values ("
                        + String.join(", ", values) + ")")
                .setParameter(1, term.code())
                .setParameter(2, term.label().toJson());
        if (kind.isTree()) {
            query.setParameter(3, Objects.requireNonNullElse(term.parent(), ""));
        }
        for (var i = 0; i < kind.traits().size(); i++) {
            query.setParameter(4 + i, term.traits().get(kind.traits().get(i)));
        }
        query.executeUpdate();
    }

    /** What it is called, and its traits. */
    void change(TermKind kind, Term changed) {
        var set = new StringBuilder("version = version + 1, label = ?2");
        for (var i = 0; i < kind.traits().size(); i++) {
            set.append(", ").append(kind.traits().get(i)).append(" = ?").append(3 + i);
        }
        var query = em.createNativeQuery("update " + kind.code() + " set " + set + " where code = ?1")
                .setParameter(1, changed.code())
                .setParameter(2, changed.label().toJson());
        for (var i = 0; i < kind.traits().size(); i++) {
            query.setParameter(3 + i, changed.traits().get(kind.traits().get(i)));
        }
        query.executeUpdate();
    }

    /** The same term under another code, to which everything refers from now on. */
    void recode(TermKind kind, String code, String wanted) {
        var columns = new ArrayList<>(List.of("label", "position", "mark"));
        columns.addAll(kind.traits());
        if (kind.isTree()) {
            columns.add("parent");
        }
        var others = String.join(", ", columns);
        em.createNativeQuery("insert into " + kind.code() + " (code, version, " + others + ") select ?2, version + 1, "
                        + others + " from " + kind.code() + " where code = ?1")
                .setParameter(1, code)
                .setParameter(2, wanted)
                .executeUpdate();
        merge(kind, code, wanted);
    }

    /** @param parent empty for the top */
    void moveBelow(String topic, String parent) {
        em.createNativeQuery("update topic set version = version + 1, parent = nullif(?2, '') where code = ?1")
                .setParameter(1, topic)
                .setParameter(2, parent)
                .executeUpdate();
    }

    /** Numbers them in this order. Whoever has read one of them may still change it. */
    void order(TermKind kind, List<String> codes) {
        em.createNativeQuery("update " + kind.code() + " t set position = place.number from (select code, number from"
                        + " string_to_table(?1, ',') with ordinality as place (code, number)) place"
                        + " where t.code = place.code and t.position <> place.number")
                .setParameter(1, String.join(",", codes))
                .executeUpdate();
    }

    /** What referred to the one refers to the other from now on, and the one is gone. */
    void merge(TermKind kind, String code, String into) {
        var moves = switch (kind) {
            case TOPIC ->
                List.of(
                        "insert into product_topic (revision, topic) select revision, ?2 from product_topic where topic = ?1"
                                + " on conflict do nothing",
                        "delete from product_topic where topic = ?1 and cast(?2 as text) is not null",
                        "update question set topic = ?2 where topic = ?1",
                        "update topic set parent = ?2, version = version + 1 where parent = ?1");
            case AUDIENCE ->
                List.of(
                        "insert into product_audience (revision, audience) select revision, ?2 from product_audience"
                                + " where audience = ?1 on conflict do nothing",
                        "delete from product_audience where audience = ?1 and cast(?2 as text) is not null");
            case GENRE ->
                List.of(
                        "update product_revision set genre = ?2 where genre = ?1",
                        "update deliverable set genre = ?2 where genre = ?1");
        };
        moves.forEach(sql -> em.createNativeQuery(sql)
                .setParameter(1, code)
                .setParameter(2, into)
                .executeUpdate());
        remove(kind, code);
    }

    /** The database refuses while anything refers to it. */
    void remove(TermKind kind, String code) {
        em.createNativeQuery("delete from " + kind.code() + " where code = ?1")
                .setParameter(1, code)
                .executeUpdate();
    }
}
