package vn.loa.plans;

/**
 * What somebody asks the list of plans at work for. What is empty does not narrow it; what is not known narrows it to nothing.
 *
 * @param words of number, symbol or subject, without regard to case and diacritics
 * @param state its code
 * @param level its code
 * @param agency its code
 * @param year in which it was issued, or begins while that is not known
 * @param who name of an account that had a hand in it
 */
public record PlanFilter(String words, String state, String level, String agency, String year, String who) {}
