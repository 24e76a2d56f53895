package vn.loa.bench;

import java.sql.SQLException;

/** Plans at work made by copying those of the sample content, with all that they promise, in the database; none of them is public. */
final class GeneratedPlans {
    private static final String INSERT = """
            begin;
            create temp table template on commit drop as
              select p.published_revision revision, row_number() over (order by p.id) - 1 k
              from plan p where p.online and p.sample;
            create temp table made on commit drop as
              select n, t.revision template, 0::bigint plan, 0::bigint revision
              from generate_series(%d, %d) n join template t on t.k = n %% (select count(*) from template);
            insert into plan (slug, sample, state, online, changed_at)
              select 'generated-' || n, true, (array['DRAFT', 'IN_REVIEW', 'APPROVED', 'ARCHIVED'])[1 + n %% 4], false,
                now() - n * interval '1 minute' from made;
            update made set plan = p.id from plan p where p.slug = 'generated-' || n;
            insert into plan_revision (plan, number, document_number, symbol, kind, issued_on, issued_precision, agency, subject, summary,
                level, locality, period_from, period_to, programme)
              select m.plan, 1, m.n::text, r.symbol, r.kind, r.issued_on, r.issued_precision, r.agency, r.subject, r.summary,
                r.level, r.locality, r.period_from, r.period_to, r.programme
              from made m join plan_revision r on r.id = m.template;
            update made set revision = r.id from plan_revision r where r.plan = made.plan;
            insert into deliverable (revision, position, key, title, genre, quantity, adaptation, minutes_min, minutes_max, replay,
                deadline, due_before, lead_unit)
              select m.revision, d.position, d.key || '-' || m.n, d.title, d.genre, d.quantity, d.adaptation, d.minutes_min, d.minutes_max,
                d.replay, d.deadline, d.due_before, d.lead_unit
              from made m join deliverable d on d.revision = m.template;
            insert into deliverable_language (deliverable, position, language)
              select d.id, l.position, l.language from made m join deliverable d on d.revision = m.revision
              join deliverable t on t.revision = m.template and t.position = d.position
              join deliverable_language l on l.deliverable = t.id;
            update plan p set current_revision = m.revision from made m where p.id = m.plan;
            insert into audit_entry (at, actor, action, subject_kind, subject_id, subject_slug)
              select now(), 'bench', action, 'plan', plan, 'generated-' || n from made cross join unnest(array['create', 'edit', 'submit']) action;
            commit;
            analyze""";

    private GeneratedPlans() {}

    /** Adds so many. */
    static void add(Content content, int number) throws SQLException {
        int before = Integer.parseInt(content.ask("select count(*) from plan where slug like 'generated-%'")
                .get(0));
        content.execute(INSERT.formatted(before + 1, before + number));
    }
}
