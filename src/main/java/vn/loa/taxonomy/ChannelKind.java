package vn.loa.taxonomy;

import vn.loa.common.Coded;

/** What a channel is. */
public enum ChannelKind implements Coded {
    RADIO,
    TELEVISION,
    /** Printed or online. */
    NEWSPAPER,
    VIDEO_SITE,
    SOCIAL_PAGE,
    /** Of a commune. */
    LOUDSPEAKER,
    PORTAL,
    NOTICE_BOARD
}
