package vn.loa.accounts;

/**
 * How far the audit trail goes.
 *
 * @param number of entries
 * @param seal of the last entry, over it and the seal before, in hexadecimal digits
 */
record AuditSeal(long number, String seal) {}
