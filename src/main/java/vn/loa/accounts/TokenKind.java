package vn.loa.accounts;

import vn.loa.common.Coded;

/** How a token is carried. What is made for one way is not good in the other. */
public enum TokenKind implements Coded {
    /** In the header Authorization, by programs. */
    PROGRAM,
    /** In a cookie, by browsers that are in the back office. */
    BROWSER,
    /** In a form, by a browser whose holder knew the password and owes the second step. It opens nothing else. */
    FIRST_STEP
}
