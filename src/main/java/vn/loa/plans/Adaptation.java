package vn.loa.plans;

import vn.loa.common.Coded;

/** How a work reaches people who speak another language. */
public enum Adaptation implements Coded {
    DUB,
    SUBTITLE,
    NONE
}
