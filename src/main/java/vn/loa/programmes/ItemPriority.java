package vn.loa.programmes;

import vn.loa.common.Coded;

/** How much it matters that something is played: thường, ưu tiên, khẩn cấp. The later ones push the earlier ones aside. */
public enum ItemPriority implements Coded {
    NORMAL,
    /** The last to give way. */
    HIGH,
    /** Interrupts, also outside of any slot; gives way to nothing. */
    URGENT
}
