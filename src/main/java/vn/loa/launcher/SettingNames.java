package vn.loa.launcher;

import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** All settings by the names that they have as system properties. */
final class SettingNames {
    static final Set<String> ALL = Set.of(
            "loa.archive.folder",
            "loa.base.url",
            "loa.bind",
            "loa.blobs",
            "loa.data",
            "loa.database.password",
            "loa.database.password.file",
            "loa.database.url",
            "loa.database.user",
            "loa.delivery.folder",
            "loa.delivery.networks",
            "loa.ffmpeg",
            "loa.ffmpeg.niceness",
            "loa.ffmpeg.silence.seconds",
            "loa.ffmpeg.threads",
            "loa.interface.languages",
            "loa.jobs.heartbeat.seconds",
            "loa.jobs.quick.workers",
            "loa.jobs.workers",
            "loa.log",
            "loa.media.max.bytes",
            "loa.media.max.transfers",
            "loa.metrics.token",
            "loa.oidc.client.id",
            "loa.oidc.client.secret",
            "loa.oidc.client.secret.file",
            "loa.oidc.issuer",
            "loa.oidc.name",
            "loa.oidc.scopes",
            "loa.oidc.two.steps",
            "loa.page.cache.bytes",
            "loa.port",
            "loa.proxies",
            "loa.questions.days",
            "loa.questions.retention.days",
            "loa.s3.access.key",
            "loa.s3.access.key.file",
            "loa.s3.bucket",
            "loa.s3.endpoint",
            "loa.s3.path.style",
            "loa.s3.prefix",
            "loa.s3.region",
            "loa.s3.secret.key",
            "loa.s3.secret.key.file",
            "loa.sample",
            "loa.sample.accounts",
            "loa.sample.dir",
            "loa.second.factor",
            "loa.session.hours",
            "loa.setup.secret",
            "loa.setup.secret.file",
            "loa.site.about",
            "loa.site.about.en",
            "loa.site.agency",
            "loa.site.agency.en",
            "loa.site.locality",
            "loa.site.name",
            "loa.site.name.en",
            "loa.site.place",
            "loa.site.place.en",
            "loa.solr.connect.timeout.millis",
            "loa.solr.memory.mb",
            "loa.solr.mode",
            "loa.solr.retreat.millis",
            "loa.solr.timeout.millis",
            "loa.solr.url",
            "loa.sweep.confirmed",
            "loa.uploads.quota.bytes",
            "loa.websub.hub");

    private SettingNames() {}

    /**
     * Others may have environment variables that begin as ours do, but nobody has such properties by chance.
     *
     * @throws StartRefused for a property that is none of them: what it should have decided would be forgotten without a word
     */
    static void require(Properties given) {
        given.stringPropertyNames().stream()
                .filter(name -> name.startsWith("loa.") && !ALL.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new StartRefused("-D" + name + " is no setting of Loa; " + advice(name));
                });
    }

    /** Some were once parted by hyphens, and as variables all are by underscores. */
    private static String advice(String name) {
        var dotted = name.toLowerCase(Locale.ROOT).replaceAll("[-_]", ".");
        return ALL.contains(dotted) ? "it is spelled -D" + dotted + "." : "README has a table of them.";
    }
}
