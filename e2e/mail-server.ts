import { startMailbox } from "#lib/platform/testing/mailbox";
import { mailbox } from "./pages/mailbox.ts";

/** A mail server for the whole run, where the served product's SMTP_URL says that there is one. */
export default async function startMailServer(): Promise<(() => Promise<void>) | undefined> {
  const { SMTP_URL } = process.env;
  if (!SMTP_URL) return undefined;
  const { stop } = await startMailbox(mailbox(), Number(new URL(SMTP_URL).port));
  return stop;
}
