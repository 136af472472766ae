import { mkdtempSync } from "node:fs";
import { readBytes, readLetters, startMailbox } from "#lib/platform/testing/mailbox";

/** A mail server for one file of tests; the settings must not be read before it is there (`vi.hoisted`). */
export async function startOwnMailbox() {
  const directory = mkdtempSync(`${process.env.TMPDIR}/letters-`);
  const { port, refusals, doubts, stop } = await startMailbox(directory);
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  process.env.MAIL_FROM = "辨真 <desk@bz.example>";
  return {
    refusals,
    doubts,
    stop,
    letters: (to: string) => readLetters(directory, to),
    bytes: (to: string) => readBytes(directory, to),
  };
}
