-- Words that only hint at a topic, beside those that tell it.
ALTER TABLE "topics" ADD COLUMN "weak_keywords" TEXT[];
