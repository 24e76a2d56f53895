package vn.loa.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;

/** What a village phone has of the net: EDGE, as the budgets of the public site assume it. The browser itself holds everything back, media too. */
public final class EdgeNetwork {
    public static final int BITS_PER_SECOND = 240_000;

    private static final int LATENCY_MILLIS = 840;
    private static final int BITS_PER_BYTE = 8;

    private EdgeNetwork() {}

    /** From now on everything this page fetches comes over such a line, and the browser tells scripts that it is slow. */
    public static void under(Page page) {
        var session = page.context().newCDPSession(page);
        session.send("Network.enable");
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", LATENCY_MILLIS);
        network.addProperty("downloadThroughput", BITS_PER_SECOND / BITS_PER_BYTE);
        network.addProperty("uploadThroughput", BITS_PER_SECOND / BITS_PER_BYTE);
        session.send("Network.emulateNetworkConditions", network);
    }
}
