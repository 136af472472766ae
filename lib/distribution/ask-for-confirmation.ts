import { counter } from "#lib/platform/counter";
import { db } from "#lib/platform/db";
import { AppError } from "#lib/platform/errors";
import { newId } from "#lib/platform/id";
import { hashAddress } from "#lib/telling/address";
import { callMailbox, type Mailed } from "./call-mailbox.ts";
import { composeConfirmation, stopUrls } from "./compose-digest.ts";

/** Letters that ask one address in a day, so that nobody is flooded by what others type. */
const LETTERS_A_DAY = 3;
const DAY = 86_400;

const asked = () => counter("confirmations of an address", DAY);
/** Whatever its case and `+alias`, it is one mailbox. */
const mailboxOf = (email: string): string => Buffer.from(hashAddress("email", email)).toString("base64");

/** Refuses to ask an address again that was asked often today. @throws AppError RATE_LIMITED */
export async function limitConfirmations(email: string): Promise<void> {
  if ((await asked().count(mailboxOf(email))) < LETTERS_A_DAY) return;
  throw new AppError("RATE_LIMITED", [], { "Retry-After": String(DAY) });
}

/** Asks an address by letter whether it wants what a member wants to have sent there. */
export async function askForConfirmation(endpointId: string): Promise<Mailed> {
  const { email, locale, member } = await db.endpoint.findUniqueOrThrow({
    where: { id: endpointId },
    select: { email: true, locale: true, member: { select: { zh: true, en: true } } },
  });
  if (!email || !locale) throw new AppError("NOT_FOUND");
  await asked().add(mailboxOf(email));
  const to = { endpointId, locale };
  return callMailbox({
    ...composeConfirmation(locale === "en" ? member.en : member.zh, to),
    to: email,
    key: newId(),
    unsubscribeUrl: stopUrls(to).oneClick,
  });
}
