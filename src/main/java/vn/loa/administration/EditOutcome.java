package vn.loa.administration;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.loa.common.Coded;

/** What came of changing one row of a list. */
public sealed interface EditOutcome {
    /** @param id by which its page is found */
    record Done(String id) implements EditOutcome {}

    /** @param faults what is wrong, by the names of fields; of the whole when that is {@link #WHOLE} */
    record Wrong(Map<String, Fault> faults) implements EditOutcome {
        /** In place of the name of a field. */
        public static final String WHOLE = "";

        public Wrong {
            faults = new LinkedHashMap<>(faults);
        }

        public Wrong(Fault fault) {
            this(Map.of(WHOLE, fault));
        }
    }

    /** Somebody has changed or removed it since they read it. */
    record Stale() implements EditOutcome {}

    /** What is wrong with what somebody wrote. */
    enum Fault implements Coded {
        /** Vietnamese names it first. */
        NO_NAME,
        LONG,
        BAD_CODE,
        TAKEN,
        UNKNOWN_PLACE,
        UNKNOWN_AGENCY,
        BAD_DAY,
        /** It would end before it began. */
        REVERSED,
        UNKNOWN_SUCCESSOR,
        /** It would take over from itself. */
        CIRCLE,
        /** Who has a successor has ended. */
        NO_END,
        IN_USE,
        /** The public sees something that names it. */
        PUBLIC,
        NO_REASON,
        UNKNOWN_KIND,
        BAD_ADDRESS,
        BAD_NUMBER,
        /** Nothing was counted. */
        NO_NUMBER,
        BAD_TAG,
        /** The portal speaks Vietnamese first. */
        FIRST_LANGUAGE,
        /** The same form has added something else already. */
        SENT_ALREADY
    }
}
