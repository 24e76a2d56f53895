package vn.loa.archive;

import java.util.List;

/** A line cannot be carried out; what was written for it in the running transaction is undone. */
final class LineRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<LineFault> faults;

    LineRefused(List<LineFault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    LineRefused(String column, String kind, String detail) {
        this(List.of(new LineFault(column, kind, detail)));
    }

    List<LineFault> faults() {
        return faults;
    }
}
