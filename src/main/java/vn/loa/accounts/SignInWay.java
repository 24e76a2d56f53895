package vn.loa.accounts;

import vn.loa.common.Coded;

/** By what somebody has proved who they are when they signed in. */
public enum SignInWay implements Coded {
    /** By the password of their account, and the code of the second step if they have one. */
    PASSWORD,
    /** By the provider of the province, and the code of the second step if they have one. */
    PROVIDER,
    /** By the provider, which has asked for two steps itself and is believed in this. */
    PROVIDER_TWO_STEPS;

    /** Whether the provider knows that they are here. */
    public boolean isByProvider() {
        return this != PASSWORD;
    }
}
