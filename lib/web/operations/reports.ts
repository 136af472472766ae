import { askWhatItSays } from "#lib/answers/ask-what-it-says";
import { answersShown } from "#lib/answers/bounds";
import { findMatches } from "#lib/answers/find-matches";
import { filedSchema } from "#lib/answers/match-schema";
import { trackReport } from "#lib/answers/track-report";
import { toTracking } from "#lib/answers/tracking-view";
import { replyByReceiptSchema } from "#lib/claims/schema";
import { replyByReceipt } from "#lib/claims/talk/reply-by-receipt";
import { stopDigest } from "#lib/distribution/stop-digest";
import { absolute } from "#lib/i18n/absolute";
import { unsubscribeHref } from "#lib/i18n/addresses";
import { idempotencyKeySchema, sentReportSchema } from "#lib/intake/api-schema";
import { receiveReport, type Sender } from "#lib/intake/receive-report";
import { receiptSchema } from "#lib/intake/schema";
import { z } from "#lib/platform/validation";
import { trackingSchema } from "#lib/publishing/api-schema";
import { unsubscribeQuerySchema } from "#lib/telling/follow-schema";
import { unsubscribe } from "#lib/telling/unsubscribe";
import { Refusal } from "../entry.ts";
import { networkOf } from "../network.ts";
import { type Operation, operation } from "../operation.ts";
import { uploadOwnerOf } from "../sender.ts";

/** What becomes of a report, from its filing to the last letter. */
export const reportOperations: readonly Operation[] = [
  operation({
    method: "POST",
    path: "/api/v1/reports",
    id: "fileReport",
    summary: "File a report: a text or a link that may not be true. No account is needed.",
    description:
      "A link of which nothing is known says nothing by itself: without words, a note or a picture it is a 422 at `text`. " +
      "A member's own application sends its key: its reports bear the member's name and may be more.",
    access: "public",
    scope: "intake",
    headers: z.object({ "Idempotency-Key": idempotencyKeySchema.optional() }),
    body: sentReportSchema,
    answer: { status: 201, description: "Filed and stored.", schema: filedSchema },
    errors: ["KEY_REUSED", "RATE_LIMITED"],
    cache: "never",
    run: async ({ request, language: locale, holder, headers, body: { proof, ...report } }) => {
      const key = headers["Idempotency-Key"];
      const uploadOwner = uploadOwnerOf(request.headers);
      const sender: Sender = {
        channel: holder ? "member" : "api",
        memberId: holder?.memberId,
        network: networkOf(request),
        locale,
        uploadOwner,
        key,
        proof,
      };
      await askWhatItSays(report, sender);
      const outcome = await receiveReport(report, sender);
      if (!outcome.ok) {
        return new Refusal(outcome.reason, { fields: [{ path: "Idempotency-Key", message: "keyReused" }] });
      }
      const { receipt, state } = outcome;
      const matches = await findMatches(
        { ...report, uploadOwner },
        {
          language: locale,
          limit: answersShown.usually,
          filing: key === undefined ? "without key" : "with key",
        },
      );
      return {
        receipt,
        trackUrl: absolute("/track"),
        state,
        matches: matches ?? [],
        matched: matches !== null,
      };
    },
  }),
  operation({
    method: "POST",
    path: "/api/v1/reports/lookup",
    id: "lookUpReport",
    summary: "Where a report stands, by its receipt.",
    access: "public",
    limit: "lookup",
    body: receiptSchema,
    answer: { status: 200, description: "Found.", schema: trackingSchema },
    errors: ["NOT_FOUND"],
    cache: "never",
    run: async ({ language, body: { receipt } }) => {
      const report = await trackReport(receipt);
      return report && (await toTracking(report, language));
    },
  }),
  operation({
    method: "POST",
    path: "/api/v1/reports/reply",
    id: "replyByReceipt",
    summary: "Answers the desk's question, or adds to an open report, by its receipt.",
    access: "public",
    limit: "reply",
    body: replyByReceiptSchema,
    answer: { status: 204, description: "Stored, without personal details." },
    errors: ["NOT_FOUND", "REPORT_CLOSED"],
    cache: "never",
    run: async ({ body }) => {
      const outcome = await replyByReceipt(body);
      if (outcome.ok) return;
      if (outcome.reason === "CLAIM_ENDED") return new Refusal("REPORT_CLOSED");
      return outcome.reason === "TOO_MANY"
        ? new Refusal("RATE_LIMITED", { headers: { "Retry-After": "3600" } })
        : null;
    },
  }),
  operation({
    method: "GET",
    path: "/api/v1/unsubscribe",
    id: "askToUnsubscribe",
    // Scanners of mail open every link.
    summary: "Leads to the page with the button; a GET changes nothing.",
    access: "public",
    query: unsubscribeQuerySchema,
    answer: { status: 303, description: "The page." },
    cache: "never",
    run: async ({ language, query: { token } }) => {
      const headers = { Location: absolute(unsubscribeHref(token), language) };
      return new Response(null, { status: 303, headers });
    },
  }),
  operation({
    method: "POST",
    path: "/api/v1/unsubscribe",
    id: "unsubscribe",
    // The token in the address says it all; the body is not read.
    summary: "One-click unsubscription (RFC 8058): nothing more is sent to the address.",
    access: "public",
    query: unsubscribeQuerySchema,
    answer: { status: 204, description: "Done, now or before." },
    errors: ["NOT_FOUND"],
    cache: "never",
    run: async ({ query: { token } }) =>
      (await unsubscribe(token)) || (await stopDigest(token)) ? undefined : null,
  }),
];
