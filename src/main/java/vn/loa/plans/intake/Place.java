package vn.loa.plans.intake;

/**
 * Where in the original something stands.
 *
 * @param block index of the block where it begins
 * @param from first char within that block
 * @param lastBlock index of the block where it ends
 * @param to char behind its last within that block
 */
public record Place(int block, int from, int lastBlock, int to) {}
