import type { Actor } from "#lib/access/actor";
import { recordEvent } from "#lib/audit/record-event";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { isMailOn } from "#lib/platform/mail";
import { askForConfirmation, limitConfirmations } from "./ask-for-confirmation.ts";
import { callMailbox, type Mailed } from "./call-mailbox.ts";
import { composeTest, stopUrls } from "./compose-digest.ts";
import type { NamedEndpoint } from "./endpoint-schema.ts";
import { limitTests } from "./limit-tests.ts";
import { loadDigest } from "./load-endpoint.ts";
import type { TestOutcome } from "./test-webhook.ts";

export type MailDigestOutcome = TestOutcome | { ok: false; reason: "NO_MAIL" };

/**
 * Sends a letter to the address of a digest at once, and says what the mail server made of it: a test, or, where the address was
 * not confirmed yet, the question whether it wants this once more.
 * @throws AppError RATE_LIMITED
 */
export async function mailDigest(actor: Actor, { endpointId }: NamedEndpoint): Promise<MailDigestOutcome> {
  const { endpoint, by } = await loadDigest(actor, endpointId);
  if (endpoint.disabledAt) return { ok: false, reason: "ENDPOINT_ENDED" };
  if (!isMailOn()) return { ok: false, reason: "NO_MAIL" };
  await limitTests(endpoint.memberId);
  if (!endpoint.confirmedAt) await limitConfirmations(endpoint.email);
  const { id, memberId, email, locale, member } = endpoint;
  const to = { endpointId: id, locale };
  const mailed: Mailed = endpoint.confirmedAt
    ? await callMailbox({
        ...composeTest(locale === "en" ? member.en : member.zh, to),
        to: email,
        key: newId(),
        unsubscribeUrl: stopUrls(to).oneClick,
      })
    : await askForConfirmation(id);
  const { outcome, status, milliseconds, error, answer } = mailed;
  await db.$transaction((tx) =>
    recordEvent(tx, {
      type: "endpoint.tested",
      actor: by,
      subjectId: id,
      data: { member: memberId, status, error },
    }),
  );
  if (outcome === "sent" && status !== null) return { ok: true, status, milliseconds };
  return { ok: false, reason: "NOT_TAKEN", status, error, answer };
}
