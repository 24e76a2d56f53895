package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.loa.common.JsonFields;
import vn.loa.taxonomy.Languages;

/** Reads what an editor writes about a plan, so that everything that is wrong with it is told at once: languages that there are not, too. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class ReadPlan {
    @Inject
    private Languages languages;

    /** What is wrong is left with the reader, which the caller finishes. */
    public PlanContent from(JsonFields fields) {
        var content = PlanContent.read(fields);
        languages.unknown(content.texts()).forEach(wrong -> fields.violated(wrong.field(), wrong.message()));
        return content;
    }
}
