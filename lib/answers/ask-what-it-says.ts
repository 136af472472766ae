import { knownSoon } from "#lib/claims/reports/rate-match";
import { isReceived, type Sender } from "#lib/intake/receive-report";
import type { NewReport } from "#lib/intake/schema";
import { saysSomething } from "#lib/matching/wording";
import { AppError } from "#lib/platform/errors";
import { lately } from "#lib/platform/lately";
import { linksIn } from "#lib/wording/links";

/**
 * Asks back for what a report says, where it is a link alone, or words that only pass something on: nobody could check
 * it. A picture, or words in the note, say enough; so does a link that is known, and whoever cannot be looked up goes on.
 * @throws AppError VALIDATION
 */
export async function askWhatItSays(report: NewReport, sender: Sender): Promise<void> {
  const { text = "", note = "", urls = [], uploadIds = [] } = report;
  if (uploadIds.length > 0 || saysSomethingLately(text) || saysSomethingLately(note)) return;
  const isLinked = urls.length > 0 || linksIn(text).length > 0;
  if (isLinked && (await isKnown({ text, urls }))) return;
  // What was taken in before is not asked about when it is sent again.
  if (await isReceived(report, sender)) return;
  throw new AppError("VALIDATION", [{ path: "text", message: isLinked ? "bareLink" : "wordless" }]);
}

const saysSomethingLately = lately("said something lately", saysSomething);

async function isKnown(asked: { text: string; urls: readonly string[] }): Promise<boolean> {
  const index = await knownSoon();
  const found = await index?.search(asked, 1).catch(() => null);
  return !found || found[0]?.level === "same";
}
