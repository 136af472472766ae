-- Filters of the queue that somebody has given a name, for themselves or for the whole desk.
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "is_shared" BOOLEAN NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "saved_views_user_id_name_key" ON "saved_views"("user_id", "name");
CREATE INDEX "saved_views_is_shared_name_idx" ON "saved_views"("is_shared", "name");
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE saved_views ADD CONSTRAINT saved_views_name CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 40);
ALTER TABLE saved_views ADD CONSTRAINT saved_views_filter CHECK (jsonb_typeof(filter) = 'object');
