package vn.loa.catalog;

/**
 * Everything that the back office shows of the files of a product to somebody who works on it.
 *
 * @param page the product with its tracks
 */
public record FileDesk(WorkPage page) {}
