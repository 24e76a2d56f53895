/**
 * Finds products and plans: keeps the index equal to the database, asks it, and offers words while one types. Must not decide
 * what is public: the database is asked again before anything is shown.
 */
@NullMarked
package vn.loa.search;

import org.jspecify.annotations.NullMarked;
