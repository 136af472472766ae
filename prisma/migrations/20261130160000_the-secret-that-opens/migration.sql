-- CreateTable
CREATE TABLE "secret_marks" (
    "id" UUID NOT NULL,
    "mark" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "secret_marks_pkey" PRIMARY KEY ("id")
);

ALTER TABLE secret_marks ADD CONSTRAINT secret_marks_mark_check CHECK (mark ~ '^[0-9a-f]{64}$');

-- What is in the database was sealed by one secret.
CREATE UNIQUE INDEX secret_marks_one ON secret_marks ((true));

CREATE TRIGGER secret_marks_unchanged BEFORE UPDATE OR DELETE ON secret_marks
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
