package vn.loa.programmes;

/**
 * What everybody sees of a week of a station is something else from now on. Fired inside the transaction; observers only write rows.
 *
 * @param station id
 * @param urgent whether something was put in that cannot wait
 */
public record ProgrammeChanged(long station, Week week, boolean urgent) {}
