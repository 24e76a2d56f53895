/** The rules of the house, as tests over all classes of the application. Must not test what the classes do. */
@NullMarked
package vn.loa.architecture;

import org.jspecify.annotations.NullMarked;
