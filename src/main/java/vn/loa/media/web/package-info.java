/** Files on their way to the public, by HTTP. Must not decide what is public, nor know where blobs are kept. */
@NullMarked
package vn.loa.media.web;

import org.jspecify.annotations.NullMarked;
