/**
 * Starts the portal with the servers it needs, each in a process of its own: PostgreSQL, Solr and Payara Micro. It is no part
 * of the application: it must not use a class of it, and nothing in the application may use the launcher.
 */
@NullMarked
package vn.loa.launcher;

import org.jspecify.annotations.NullMarked;
