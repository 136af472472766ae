import { elapsed, now } from "#lib/platform/clock";
import { errorCodeOf } from "#lib/platform/error-code";
import { type Letter, type MailOutcome, sendMail } from "#lib/platform/mail";
import { cleanText, shorten } from "#lib/platform/text";
import type { Called } from "./note-attempt.ts";

/** What came of handing a letter to the mail server; `later` where it can be tried again. */
export type Mailed = Called & { outcome: MailOutcome | "later" };

const MOST_KEPT = 300;

/** A letter to one address. */
export type LetterToOne = Letter & { to: string };

/** Hands a letter to the mail server, and says what came of it; the address is not repeated. */
export async function callMailbox(letter: LetterToOne): Promise<Mailed> {
  const [at, start] = [now(), elapsed()];
  const answered = (status: number, answer: string) => ({
    status,
    error: null,
    answer: shorten(cleanText(answer.replaceAll(letter.to, "…")), MOST_KEPT),
  });
  const spent = () => ({ at, milliseconds: Math.round(elapsed() - start), retryAfter: 0 });
  try {
    const { outcome, status, answer } = await sendMail(letter);
    return { ...spent(), ...answered(status, answer), outcome };
  } catch (error) {
    const { responseCode, response }: { responseCode?: unknown; response?: unknown } = Object(error);
    const said =
      typeof responseCode === "number"
        ? answered(responseCode, String(response ?? ""))
        : { status: null, error: errorCodeOf(error), answer: null };
    return { ...spent(), ...said, outcome: "later" };
  }
}
