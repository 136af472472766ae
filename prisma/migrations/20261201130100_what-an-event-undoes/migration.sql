-- Which decision an event takes back by the one key: what was undone is not done again by another press of it.
ALTER TABLE "events" ADD COLUMN "undoes_id" UUID;
ALTER TABLE "events" ADD CONSTRAINT "events_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
