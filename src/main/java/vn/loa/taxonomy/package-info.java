/** What content is described with: languages, genres, topics, audiences, localities, agencies. Must not know any content. */
@NullMarked
package vn.loa.taxonomy;

import org.jspecify.annotations.NullMarked;
