-- Where members have republished a notice, as their own applications say.
CREATE TABLE "adoptions" (
    "id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "debunk_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "reads" INTEGER,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "adoptions_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "adoptions_member_id_url_key" ON "adoptions"("member_id", "url");
CREATE INDEX "adoptions_debunk_id_member_id_idx" ON "adoptions"("debunk_id", "member_id");
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_debunk_id_version_fkey" FOREIGN KEY ("debunk_id", "version") REFERENCES "debunk_versions"("debunk_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE adoptions ADD CONSTRAINT adoptions_url CHECK (url ~ '^https?://[^/@]+/' AND length(url) <= 2000);
ALTER TABLE adoptions ADD CONSTRAINT adoptions_host 
  CHECK (host <> '' AND (starts_with(url, 'http://' || host || '/') OR starts_with(url, 'https://' || host || '/')));
ALTER TABLE adoptions ADD CONSTRAINT adoptions_channel CHECK (channel IN
  ('web', 'app', 'wechat', 'weibo', 'douyin', 'kuaishou', 'xiaohongshu', 'qq', 'other'));
ALTER TABLE adoptions ADD CONSTRAINT adoptions_reads CHECK (reads >= 0);
-- What is told of has happened; clocks may differ by some minutes.
ALTER TABLE adoptions ADD CONSTRAINT adoptions_published CHECK (published_at <= told_at + interval '5 minutes');
