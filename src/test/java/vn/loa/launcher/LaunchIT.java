package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

@UsesPortal
class LaunchIT {
    @Test
    void thePortalAnswersOnItsAddress(Portal portal) {
        assertThat(portal.get("/").statusCode()).isEqualTo(200);
        assertThat(portal.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void theServerSaysNothingAboutItself(Portal portal) {
        assertThat(portal.get("/").headers().map()).doesNotContainKeys("Server", "X-Powered-By", "X-Frame-Options");
    }

    @Test
    void theDatabaseIsPostgreSql17(Portal portal) throws Exception {
        try (var connection = portal.database()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(17);
        }
    }
}
