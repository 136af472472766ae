-- What everybody reads whose claim is closed, as the desk has worded it: versions, of which the latest holds.
CREATE TABLE "answer_texts" (
    "closing" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "worded_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_texts_pkey" PRIMARY KEY ("closing","language","number")
);
ALTER TABLE "answer_texts" ADD CONSTRAINT "answer_texts_worded_by_id_fkey" FOREIGN KEY ("worded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE answer_texts ADD CONSTRAINT answer_texts_closing
  CHECK (closing IN ('answered', 'opinion', 'not-checkable', 'too-vague', 'other-channel'));
ALTER TABLE answer_texts ADD CONSTRAINT answer_texts_language CHECK (language IN ('zh-CN', 'en'));
ALTER TABLE answer_texts ADD CONSTRAINT answer_texts_says CHECK (number >= 1 AND btrim(text) <> '');
CREATE TRIGGER answer_texts_immutable BEFORE UPDATE OR DELETE ON answer_texts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
