package vn.loa.programmes.delivery;

import vn.loa.common.Coded;

/** How a system takes programmes. */
public enum TargetKind implements Coded {
    /** By HTTP, as README describes it. */
    REST,
    /** From a folder of this machine. */
    FOLDER,
    /** From a folder of another machine, by SFTP. */
    SFTP
}
