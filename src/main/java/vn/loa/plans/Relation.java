package vn.loa.plans;

import vn.loa.common.Coded;

/** What a plan has to do with a legal basis (căn cứ). */
public enum Relation implements Coded {
    BASED_ON,
    IMPLEMENTS,
    AMENDS,
    ALLOCATES_BUDGET,
    ATTACHES
}
