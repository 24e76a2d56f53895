-- Lists of products at work are searched in what works are about, too, as in what they are called.
alter table product_revision add column folded_summaries text generated always as (folded_titles(summary)) stored;
