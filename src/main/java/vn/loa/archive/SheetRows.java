package vn.loa.archive;

import java.util.List;
import java.util.Set;

/** Takes the rows of a sheet one after the other, the names of the columns first. */
@FunctionalInterface
interface SheetRows {
    /** In characters: as long as the longest text of a product may be. What is longer is handed over cut, one character longer than this. */
    int LONGEST_CELL = 200_000;

    /**
     * @param line its number as a spreadsheet shows it, from 1
     * @param formulas places of cells that hold one; what a spreadsheet last made of it stands in the field
     */
    void row(int line, List<String> fields, Set<Integer> formulas);
}
