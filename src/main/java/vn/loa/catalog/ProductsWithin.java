package vn.loa.catalog;

/**
 * What {@link ProductPolicy} says of those who are confined to a place, for statements in JPQL: all units of a product lie within, and there is
 * one, in what is worked on and in what is public.
 */
public final class ProductsWithin {
    /** Of a product {@code p} with its newest revision {@code r}; {@code :places} are the ids of the units within. */
    public static final String CONDITION =
            " and exists (select l.id from ProductRevision x join x.localities l where x.id = r.id)"
                    + " and not exists (select m.id from ProductRevision y join y.localities m where y.id = r.id"
                    + " and m.id not in :places)"
                    + " and not exists (select pm.id from Product po join po.published pv join pv.localities pm"
                    + " where po.id = p.id and pm.id not in :places)"
                    + " and not exists (select qv.id from Product qo join qo.published qv where qo.id = p.id and not exists"
                    + " (select ql.id from ProductRevision qr join qr.localities ql where qr.id = qv.id))";

    private ProductsWithin() {}
}
