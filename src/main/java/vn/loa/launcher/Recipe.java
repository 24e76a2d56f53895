package vn.loa.launcher;

/** How to start one kind of server. Starting it again after it ended brings it back with the same address and data. */
interface Recipe {
    /** For sentences: "PostgreSQL". */
    String name();

    /** Starts the server and returns at once. */
    Part start();

    /**
     * Waits until the server does its work.
     *
     * @throws StartRefused if it ended or took too long; it may still be running then
     */
    void awaitReady(Part part);
}
