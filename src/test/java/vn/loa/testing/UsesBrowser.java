package vn.loa.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class of tests that take a {@link Portal}, a Playwright {@code Browser}, or a fresh {@code Page} of a visitor with a phone
 * as parameters. They are skipped where there is no Chromium.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({PortalExtension.class, BrowserExtension.class})
public @interface UsesBrowser {}
