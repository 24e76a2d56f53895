package vn.loa.programmes.delivery;

import vn.loa.common.Coded;

/** What is wrong with what somebody wrote about a target. */
public enum TargetFault implements Coded {
    NO_NAME,
    LONG,
    UNKNOWN_KIND,
    BAD_ADDRESS,
    /** Everybody on the way could read and change it. */
    NO_TLS,
    /** It lies in a network to which the operator lets nothing be sent. */
    FORBIDDEN_HOST,
    BAD_SERVER,
    BAD_FOLDER,
    /** The operator has named no folder. */
    NO_ROOT,
    NO_USERNAME,
    BAD_USERNAME,
    NO_SECRET,
    BAD_SECRET,
    /** It is no private key, or one with a passphrase. */
    BAD_KEY,
    /** It was meant for another server. */
    SECRET_AGAIN,
    BAD_HOST_KEY,
    UNKNOWN_PLACE,
    /** They look after other units. */
    OTHERS_PLACE,
    /** It would be sent nothing ever. */
    NO_OCCASION,
    /** The same form has added something else already. */
    SENT_ALREADY
}
