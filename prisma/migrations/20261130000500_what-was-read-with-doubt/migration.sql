-- AlterTable
ALTER TABLE "upload_texts" ADD COLUMN     "doubts" JSONB NOT NULL DEFAULT '[]';

ALTER TABLE upload_texts ADD CONSTRAINT upload_texts_doubts CHECK (jsonb_typeof(doubts) = 'array');

-- Doubts are places in the text: they mean nothing in one that was redacted since.
CREATE FUNCTION forget_doubts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.doubts := '[]';
  RETURN NEW;
END $$;
CREATE TRIGGER upload_texts_doubts BEFORE UPDATE ON upload_texts FOR EACH ROW
  WHEN (OLD.text <> NEW.text) EXECUTE FUNCTION forget_doubts();
