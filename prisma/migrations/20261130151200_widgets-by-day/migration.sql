-- How often pages of members' own sites showed a notice in a frame on a day: by the host of the page, never by who read it.
CREATE TABLE "widget_days" (
    "host" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "widget_days_pkey" PRIMARY KEY ("slug", "day", "host")
);
ALTER TABLE "widget_days" ADD CONSTRAINT "widget_days_slug_fkey" FOREIGN KEY ("slug") REFERENCES "debunks"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE widget_days ADD CONSTRAINT widget_days_count CHECK (count > 0);
-- Neither a path nor a query: what else stands in an address may tell of a reader.
ALTER TABLE widget_days ADD CONSTRAINT widget_days_host CHECK (host !~ '[/?#@\s]' AND length(host) <= 300);

-- Whose a host is.
CREATE INDEX "adoptions_host_idx" ON "adoptions"("host");
CREATE INDEX "endpoints_host_idx" ON "endpoints"("host");
