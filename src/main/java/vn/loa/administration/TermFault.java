package vn.loa.administration;

import vn.loa.common.Coded;

/** Why something cannot be done with a term. */
public enum TermFault implements Coded {
    /** Vietnamese names it first. */
    NO_LABEL,
    LONG_LABEL,
    /** Another beside it is called so. */
    SAME_LABEL,
    /** No letters, digits and hyphens. */
    BAD_CODE,
    TAKEN_CODE,
    /** It was another's, and leads on to it. */
    FORMER_CODE,
    UNKNOWN_TRAIT,
    UNKNOWN_PARENT,
    /** It would stand below itself. */
    CIRCLE,
    TOO_DEEP,
    /** Something refers to it. */
    IN_USE,
    HAS_CHILDREN,
    TOO_MANY,
    /** The same form has added another already. */
    SENT_ALREADY
}
