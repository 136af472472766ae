-- The audit log by person. What citizens and the system do, which is most of it, has no place in this index.
CREATE INDEX "events_actor_user_id_seq_idx" ON "events" ("actor_user_id", "seq" DESC) WHERE "actor_user_id" IS NOT NULL;
-- The audit log by day: rows come in the order of time, so that a summary of their blocks is enough.
CREATE INDEX "events_at_idx" ON "events" USING brin ("at");
