-- The chain of a fact: what one request or message led to.
create index mt_events_correlation on mt_events (tenant_id, correlation_id) where correlation_id is not null;
