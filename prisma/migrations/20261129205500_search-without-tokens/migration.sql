-- Every process that is searched holds the texts in its memory (lib/matching/search); the words need no columns.
-- DropIndex
DROP INDEX "claims_search_tokens_idx";

-- DropIndex
DROP INDEX "debunks_search_tokens_idx";

-- AlterTable
ALTER TABLE "claims" DROP COLUMN "search_tokens";

-- AlterTable
ALTER TABLE "debunks" DROP COLUMN "search_tokens";
