import { closingTexts } from "#lib/claims/closing-texts";
import type { ReportView } from "#lib/claims/queries";
import { type Closing, closings } from "#lib/claims/status";
import { messages } from "#lib/i18n/messages";
import { spellingOf } from "#lib/reference/spelling";

export type ClosingChoice = { closing: Closing; text: string; spelling: string };

/** The ways to end a claim without a notice, each with its kind text for those who asked, and how it is typed. */
export async function closingChoices(asked: readonly Pick<ReportView, "locale">[]): Promise<ClosingChoice[]> {
  const texts = await closingTexts(asked);
  const names = messages["zh-CN"].labels.claimStatus;
  return closings.map((closing) => ({
    closing,
    text: texts[closing],
    spelling: spellingOf(names[closing]),
  }));
}
