-- Photos, recordings and documents of what was found.
CREATE TABLE "evidence_files" (
    "upload_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_files_pkey" PRIMARY KEY ("upload_id")
);
CREATE INDEX "evidence_files_evidence_id_idx" ON "evidence_files"("evidence_id");
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_upload_id_fkey"
  FOREIGN KEY ("upload_id") REFERENCES "uploads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_evidence_id_fkey"
  FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What was found stays as it was found; whoever takes the evidence back takes its files along.
CREATE TRIGGER evidence_files_immutable BEFORE UPDATE OR DELETE ON evidence_files
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- A file is of a report or of evidence, never of both. Whoever makes it either holds its upload.
CREATE FUNCTION one_use_of_upload() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM uploads WHERE id = NEW.upload_id FOR UPDATE;
  IF EXISTS (SELECT FROM report_uploads WHERE upload_id = NEW.upload_id AND TG_TABLE_NAME = 'evidence_files')
    OR EXISTS (SELECT FROM evidence_files WHERE upload_id = NEW.upload_id AND TG_TABLE_NAME = 'report_uploads')
  THEN
    RAISE EXCEPTION 'a file is of a report or of evidence, never of both' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_files_one_use BEFORE INSERT ON evidence_files
  FOR EACH ROW EXECUTE FUNCTION one_use_of_upload();
CREATE TRIGGER report_uploads_one_use BEFORE INSERT ON report_uploads
  FOR EACH ROW EXECUTE FUNCTION one_use_of_upload();
