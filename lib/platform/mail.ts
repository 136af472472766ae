import { createTransport, type Transporter } from "nodemailer";
import { config } from "./config.ts";
import { once } from "./once.ts";
import { keyedHash } from "./secrets.ts";

export type Letter = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Names the letter for good: sent twice, it has the same Message-ID. */
  key: string;
  /** Where one POST stops all letters (RFC 8058). */
  unsubscribeUrl: string;
};

/** Whether a mail server is set; without one nobody is asked for an address to write to. */
export const isMailOn = (): boolean => config.SMTP_URL !== undefined;

/** `refused` is for good: the address does not exist or wants nothing from us. */
export type MailOutcome = "sent" | "refused";

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
  unsubscribeUrl,
}: Letter): Promise<MailOutcome> {
  try {
    await once("mail server", openTransport).sendMail({
      from: sender(),
      // As an object, so that no text can be taken for a second address.
      to: { name: "", address: oneAddress(to) },
      subject: subject.replace(/\s+/g, " "),
      text,
      html,
      messageId: `<${keyedHash("message-id", key).toString("hex").slice(0, 40)}@${domain()}>`,
      headers: {
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": `<${unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return "sent";
  } catch (error) {
    if (isRefusal(error)) return "refused";
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
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode, command }: { responseCode?: unknown; command?: unknown } = error as object;
  return (
    typeof responseCode === "number" && responseCode >= 500 && (command === "RCPT TO" || command === "DATA")
  );
}
