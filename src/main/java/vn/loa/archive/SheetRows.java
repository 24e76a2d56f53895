package vn.loa.archive;

import java.util.List;
import java.util.Set;

/** Takes the rows of a sheet one after the other, the names of the columns first. */
@FunctionalInterface
interface SheetRows {
    /**
     * @param line of the file, from 1
     * @param formulas places of cells that hold one; what a spreadsheet last made of it stands in the field
     */
    void row(int line, List<String> fields, Set<Integer> formulas);
}
