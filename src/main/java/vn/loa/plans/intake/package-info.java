/**
 * Recognises an administrative document laid out as Decree 30/2020/NĐ-CP says from the blocks of its text, for an editor to check beside the
 * original. Must not open files, nor write anything.
 */
@NullMarked
package vn.loa.plans.intake;

import org.jspecify.annotations.NullMarked;
