/**
 * Sends the programmes of stations to the systems that play them (adapters): by HTTP, into a folder, by SFTP; again until they are taken, and with a log of each attempt. It knows no system by name, speaks no format
 * but the one of {@link vn.loa.programmes.packages.WeekFiles}, and changes no programme.
 */
@NullMarked
package vn.loa.programmes.delivery;

import org.jspecify.annotations.NullMarked;
