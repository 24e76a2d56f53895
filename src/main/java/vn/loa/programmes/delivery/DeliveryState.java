package vn.loa.programmes.delivery;

import vn.loa.common.Coded;

/** How far something is that is sent. */
public enum DeliveryState implements Coded {
    /** It is being sent, or will be. */
    WAITING,
    /** The other side has it, or has something newer. */
    DELIVERED,
    /** Something newer of the same week is sent in its place. */
    SUPERSEDED,
    /** The other side does not want it, however often it is sent. */
    REFUSED,
    /** Nobody wants to send it any more. */
    CANCELLED,
    /** The week was over before it was taken. */
    EXPIRED
}
