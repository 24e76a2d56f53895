/** What somebody who looks after the station of a commune needs each day, on one page: programme, packages, what is to be confirmed, what must be filed, the browsers that play. */
@NullMarked
package vn.loa.programmes.desk;

import org.jspecify.annotations.NullMarked;
