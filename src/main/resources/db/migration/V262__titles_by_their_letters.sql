-- While the search server is away titles are looked through for what was typed. The extension may be made by whoever owns the database; where
-- PostgreSQL was installed without it, or its owner is somebody else, that search only takes longer.
do $$
begin
    create extension if not exists pg_trgm;
    create index product_revision_titles on product_revision using gin (title_order gin_trgm_ops);
exception when undefined_file or feature_not_supported or insufficient_privilege then
    raise notice 'Titles are looked through without an index: %', sqlerrm;
end
$$;
