package vn.loa.launcher;

/**
 * A PostgreSQL database and who may use it.
 *
 * @param url for JDBC
 */
public record Database(String url, String user, String password) {
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
