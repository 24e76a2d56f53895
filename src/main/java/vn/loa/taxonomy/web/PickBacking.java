package vn.loa.taxonomy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.loa.common.Coded;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** What stands in and below fields into which the name of a unit, an agency or a plan is written; for all pages that have such. */
@Named("picks")
@RequestScoped
public class PickBacking {
    @Inject
    private PickFields fields;

    @Inject
    private Visit visit;

    /** What a field shows: what the code stands for in words, else what was written. @param kind its code */
    public String shown(String kind, String value) {
        return fields.shown(Coded.of(Kind.class, kind), value, visit.getWords());
    }

    /** What a code stands for in words, to be read. @param kind its code */
    public String called(String kind, String value) {
        return fields.called(Coded.of(Kind.class, kind), value, visit.getWords());
    }

    /** Why a field does not say what is meant, with what may be; empty when it does. @param kind its code */
    public String trouble(String kind, String value) {
        return fields.trouble(Coded.of(Kind.class, kind), value, visit.getWords());
    }
}
