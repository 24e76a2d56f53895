package vn.loa.common;

/**
 * One thing wrong with what was sent.
 *
 * @param field where, as a path: {@code title.vi}, {@code topics[2]}
 * @param message what is wrong and what to do, in English
 */
public record Violation(String field, String message) {}
