package vn.loa.programmes.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.common.PlainText;

/** What a target must be like. Pure. */
final class TargetRules {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_SECRET = 16 << 10;
    private static final int LAST_PORT = 65_535;

    /** What every file system and every server takes as it is. */
    private static final Pattern FOLDER =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}(/[A-Za-z0-9_][A-Za-z0-9._-]{0,63}){0,7}");

    private static final Pattern USERNAME = Pattern.compile("[\\x21-\\x39\\x3b-\\x7e]{1,100}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,4096}");
    private static final Pattern HOST_KEY = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    private final AllowedHosts hosts;
    private final boolean hasRoot;

    /** @param hasRoot whether the operator has named a folder */
    TargetRules(AllowedHosts hosts, boolean hasRoot) {
        this.hosts = hosts;
        this.hasRoot = hasRoot;
    }

    /** Something is wrong with it. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final TargetFault fault;

        Broken(TargetFault fault) {
            super(fault.code());
            this.fault = fault;
        }

        TargetFault fault() {
            return fault;
        }
    }

    /** @throws Broken when something is wrong */
    TargetFields fields(WrittenTarget written) {
        var name = PlainText.line(written.name());
        require(!name.isEmpty(), TargetFault.NO_NAME);
        require(name.length() <= LONGEST_NAME && written.address().length() <= LONGEST_LINE, TargetFault.LONG);
        var kind = find(TargetKind.values(), written.kind());
        var username = kind == TargetKind.FOLDER ? "" : written.username().strip();
        require(username.isEmpty() || USERNAME.matcher(username).matches(), TargetFault.BAD_USERNAME);
        require(kind != TargetKind.SFTP || !username.isEmpty(), TargetFault.NO_USERNAME);
        var hostKey = kind == TargetKind.SFTP ? written.hostKey().strip().replaceAll("=+$", "") : "";
        require(hostKey.isEmpty() || HOST_KEY.matcher(hostKey).matches(), TargetFault.BAD_HOST_KEY);
        require(written.onPublication() || written.onUrgent(), TargetFault.NO_OCCASION);
        return new TargetFields(
                name,
                kind,
                address(kind, written.address().strip()),
                username,
                hostKey,
                Arrays.stream(SentPart.values())
                        .filter(part -> written.parts().contains(part.code()))
                        .collect(Collectors.toSet()),
                written.onPublication(),
                written.onUrgent());
    }

    private static TargetKind find(TargetKind[] kinds, String code) {
        return Stream.of(kinds)
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Broken(TargetFault.UNKNOWN_KIND));
    }

    private String address(TargetKind kind, String written) {
        return switch (kind) {
            case REST -> web(written);
            case SFTP -> server(written);
            case FOLDER -> folder(written);
        };
    }

    private String web(String written) {
        var uri = uri(written).filter(each -> each.getHost() != null).filter(TargetRules::isPlain);
        require(uri.isPresent(), TargetFault.BAD_ADDRESS);
        var scheme = String.valueOf(uri.get().getScheme());
        var withTls = scheme.equalsIgnoreCase("https");
        require(withTls || scheme.equalsIgnoreCase("http"), TargetFault.BAD_ADDRESS);
        require(withTls || hosts.mayGoWithoutTls(uri.get().getHost()), TargetFault.NO_TLS);
        requireAllowed(uri.get().getHost());
        return uri.get().toString().replaceAll("/+$", "");
    }

    private String server(String written) {
        var uri = uri(written)
                .filter(each -> each.getHost() != null && "sftp".equalsIgnoreCase(each.getScheme()))
                .filter(TargetRules::isPlain);
        require(uri.isPresent(), TargetFault.BAD_SERVER);
        requireAllowed(uri.get().getHost());
        var path = uri.get().getRawPath().replaceAll("^/|/+$", "");
        require(path.isEmpty() || isFolder(path), TargetFault.BAD_FOLDER);
        return uri.get().toString().replaceAll("/+$", "");
    }

    private String folder(String written) {
        require(hasRoot, TargetFault.NO_ROOT);
        var path = written.replaceAll("/+$", "");
        require(isFolder(path), TargetFault.BAD_FOLDER);
        return path;
    }

    private static boolean isFolder(String path) {
        return FOLDER.matcher(path).matches();
    }

    /** Names are looked up again when something is sent. */
    private void requireAllowed(String host) {
        require(hosts.mayBe(host), TargetFault.FORBIDDEN_HOST);
    }

    private static boolean isPlain(URI uri) {
        return uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() <= LAST_PORT
                && !uri.getRawPath().contains("/.")
                && !uri.getRawPath().contains("//");
    }

    private static Optional<URI> uri(String written) {
        try {
            return Optional.of(new URI(written)).filter(uri -> uri.toString().equals(uri.toASCIIString()));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /**
     * What is kept as the secret of a target.
     *
     * @param kept whether there is one that stays unless another is written
     * @return empty to leave what there is
     * @throws Broken when it is needed and not there, or not what the target can be told
     */
    static Optional<String> secret(TargetFields fields, WrittenTarget written, boolean kept) {
        var secret = written.secret().strip();
        require(secret.length() <= LONGEST_SECRET, TargetFault.LONG);
        if (secret.isEmpty()) {
            require(
                    kept && !written.forgetSecret()
                            || fields.kind() != TargetKind.SFTP
                                    && fields.username().isEmpty(),
                    TargetFault.NO_SECRET);
            return Optional.empty();
        }
        require(fields.kind() != TargetKind.FOLDER, TargetFault.BAD_SECRET);
        if (SecretKind.isPrivateKey(secret)) {
            require(fields.kind() == TargetKind.SFTP && SecretKind.isUsable(secret + "\n"), TargetFault.BAD_KEY);
            return Optional.of(secret.replace("\r\n", "\n") + "\n");
        }
        require(
                fields.kind() == TargetKind.SFTP || !fields.username().isEmpty()
                        ? secret.chars().noneMatch(Character::isISOControl)
                        : TOKEN.matcher(secret).matches(),
                TargetFault.BAD_SECRET);
        return Optional.of(secret);
    }

    /** Whether what was told to one may be told to the other: it is the same server. */
    static boolean isSameServer(TargetKind kind, String address, TargetFields fields) {
        return kind == fields.kind()
                && (kind == TargetKind.FOLDER || authority(address).equalsIgnoreCase(authority(fields.address())));
    }

    private static String authority(String address) {
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static void require(boolean right, TargetFault otherwise) {
        if (!right) {
            throw new Broken(otherwise);
        }
    }
}
