-- The figures of the views are counted from the indexes by which the views are read, without a look at the rows.
DROP INDEX claims_in_order, claims_new_in_order, claims_answered, "claims_decided_by_id_order_class_order_at_id_idx";
CREATE INDEX claims_in_order ON claims (order_class, order_at, id) INCLUDE (hidden_until) WHERE order_at IS NOT NULL;
CREATE INDEX claims_new_in_order ON claims (order_class, order_at, id) INCLUDE (hidden_until)
  WHERE order_at IS NOT NULL AND status = 'received';
CREATE INDEX claims_answered ON claims (order_class, order_at, id) INCLUDE (hidden_until)
  WHERE order_at IS NOT NULL AND replied_at IS NOT NULL;
-- Whoever decides has soon decided about more than is open.
CREATE INDEX claims_decided_in_order ON claims (decided_by_id, order_class, order_at, id) INCLUDE (hidden_until)
  WHERE order_at IS NOT NULL;
