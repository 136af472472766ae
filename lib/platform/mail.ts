import { createTransport, type Transporter } from "nodemailer";
import { config } from "./config.ts";
import { once } from "./once.ts";
import { keyedHash } from "./secrets.ts";

export type Letter = {
  /** One address, or those of colleagues who get one letter together. */
  to: string | readonly string[];
  subject: string;
  text: string;
  html: string;
  /** Names the letter for good: sent twice, it has the same Message-ID; with a date of its own, the same bytes. */
  key: string;
  date?: Date;
  /** Where one POST stops all letters (RFC 8058); left out where they belong to somebody's work. */
  unsubscribeUrl?: string;
};

/** Whether a mail server is set; without one nobody is asked for an address to write to. */
export const isMailOn = (): boolean => config.SMTP_URL !== undefined;

/** `refused` is for good for this letter; `no-mailbox` for all others to that address as well, for there is none. */
export type MailOutcome = "sent" | "refused" | "no-mailbox";

/** What the mail server made of a letter, and its own words for it. */
export type MailAnswer = { outcome: MailOutcome; status: number; answer: string };

/**
 * Hands a letter to the mail server. Plain text with simple HTML, nothing loaded from anywhere, nobody watched reading it.
 * @throws when it can be tried again later
 */
export async function sendMail({
  to,
  subject,
  text,
  html,
  key,
  date,
  unsubscribeUrl,
}: Letter): Promise<MailAnswer> {
  const name = keyedHash("message-id", key).toString("hex").slice(0, 40);
  try {
    const { response } = await once("mail server", openTransport).sendMail({
      from: sender(),
      // As an object, so that no text can be taken for a second address.
      to: [to].flat().map((address) => ({ name: "", address: oneAddress(address) })),
      subject: subject.replace(/\s+/g, " "),
      text,
      html,
      messageId: `<${name}@${domain()}>`,
      baseBoundary: name,
      date,
      headers: {
        "Auto-Submitted": "auto-generated",
        ...(unsubscribeUrl && {
          "List-Unsubscribe": `<${unsubscribeUrl}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { outcome: "sent", status: Number.parseInt(response ?? "", 10) || 250, answer: response ?? "" };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refusal;
    throw error;
  }
}

function openTransport(): Transporter {
  if (!config.SMTP_URL) throw new Error("SMTP_URL is not set: there is no mail server to talk to.");
  return createTransport({
    url: config.SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
}

/** The name and address that letters come from. */
const sender = (): string => config.MAIL_FROM ?? `bianzhen@${new URL(config.SITE_URL).hostname}`;

/** The domain of the sender's address. */
export const domain = (): string => /@([A-Za-z0-9.-]+)>?\s*$/.exec(sender())?.[1] ?? "localhost";

function oneAddress(address: string): string {
  if (!/^[^\s,;:<>()[\]\\"@]+@[^\s,;:<>()[\]\\"@]+$/.test(address)) throw new Error("not one e-mail address");
  return address;
}

/** The server said no (5xx) to this recipient or to the letter; a refused login or sender is ours to mend. */
function refusalOf(error: unknown): MailAnswer | null {
  if (!(error instanceof Error)) return null;
  const { responseCode: status, command, response }: Refusal = error;
  if (typeof status !== "number" || status < 500) return null;
  const answer = String(response);
  if (command === "RCPT TO")
    return { outcome: isNoMailbox(answer) ? "no-mailbox" : "refused", status, answer };
  return command === "DATA" ? { outcome: "refused", status, answer } : null;
}

/** What nodemailer adds to its errors. */
type Refusal = Error & { responseCode?: unknown; command?: unknown; response?: unknown };

/**
 * Whether an answer to RCPT TO is about the mailbox (RFC 3463: 5.1 addressing, 5.2.1 disabled) and not about us: our sender
 * (5.1.7, 5.1.8), our reputation (5.7), their quota. A server without such codes says 550, 551 or 553 (RFC 5321).
 */
export function isNoMailbox(response: string): boolean {
  const [, code = "", subject, detail = ""] =
    /^(5\d\d)[ -](?:5\.(\d{1,3})\.(\d{1,3})\b)?/.exec(response) ?? [];
  if (subject === undefined) return ["550", "551", "553"].includes(code);
  return subject === "1" ? !["7", "8"].includes(detail) : subject === "2" && detail === "1";
}
