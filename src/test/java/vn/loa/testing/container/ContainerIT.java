package vn.loa.testing.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.loa.common.web.RecordResolver;

@ExtendWith(ArquillianExtension.class)
class ContainerIT {
    private static final String PERSISTENCE = """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="villages" transaction-type="JTA">
                <jta-data-source>java:comp/DefaultDataSource</jta-data-source>
                <shared-cache-mode>NONE</shared-cache-mode>
                <properties>
                  <property name="jakarta.persistence.schema-generation.database.action" value="drop-and-create"/>
                </properties>
              </persistence-unit>
            </persistence>
            """;

    private static final String BEANS = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
            """;

    private static final String FACES = """
            <faces-config xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0">
              <application><el-resolver>vn.loa.common.web.RecordResolver</el-resolver></application>
            </faces-config>
            """;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:f="jakarta.faces.core">
            <f:view transient="true"><p>#{cardBacking.card.title} #{cardBacking.card.note}</p></f:view>
            </html>
            """;

    @Inject
    private Villages villages;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.create(WebArchive.class)
                .addPackage(ContainerIT.class.getPackage())
                .addClass(RecordResolver.class)
                .addAsLibrary(jarOf(Assertions.class))
                .addAsResource(new StringAsset(PERSISTENCE), "META-INF/persistence.xml")
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml")
                .addAsWebInfResource(new StringAsset(FACES), "faces-config.xml")
                .addAsWebResource(new StringAsset(PAGE), "card.xhtml");
    }

    private static File jarOf(Class<?> type) {
        return new File(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    @Test
    void aLazyRelationToOneIsNotReadUntilItIsAskedFor() {
        villages.add(new Village(1, null));
        villages.add(villages.read(1, larger -> new Village(2, larger)));

        boolean loaded = villages.read(2, village -> villages.isLoaded(village, "larger"));
        long larger = villages.read(2, village -> village.larger().id());

        assertThat(loaded).as("without weaving it would be read at once").isFalse();
        assertThat(larger).isEqualTo(1);
    }

    @Test
    void aLazyRelationToManyIsNotReadUntilItIsAskedFor() {
        villages.add(new Village(11, null));
        villages.add(villages.read(11, larger -> new Village(12, larger)));

        boolean loaded = villages.read(11, village -> villages.isLoaded(village, "smaller"));
        int smaller = villages.read(11, village -> village.smaller().size());

        assertThat(loaded).isFalse();
        assertThat(smaller).isEqualTo(1);
    }

    @Test
    void beansNeedNotBePublic() {
        assertThat(villages.getClass()).as("a client proxy of the container").isNotEqualTo(Villages.class);
    }

    @Test
    @RunAsClient
    void pagesReadTheComponentsOfRecords(@ArquillianResource URL base) throws Exception {
        var page = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(HttpRequest.newBuilder(URI.create(base + "card.xhtml")).build(), BodyHandlers.ofString());

        assertThat(page.body()).contains("<p>Giảm nghèo về thông tin</p>");
    }
}
