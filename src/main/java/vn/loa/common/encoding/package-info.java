/** The ways in which texts of Vietnam's last thirty years turned letters into bytes. Must not know what the texts are about. */
@NullMarked
package vn.loa.common.encoding;

import org.jspecify.annotations.NullMarked;
