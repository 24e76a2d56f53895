package vn.loa.common;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.spi.Converter;

/** Lets a setting name a file or a folder; one that is not absolute starts from where the program was started. */
public class FolderSetting implements Converter<Path> {
    private static final long serialVersionUID = 1L;

    @Override
    public Path convert(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("Not a path: " + value, e);
        }
    }
}
