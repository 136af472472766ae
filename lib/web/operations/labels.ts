import { answerLabel } from "#lib/distribution/answer-label";
import {
  answerLabelSchema,
  labelAnswerSchema,
  labelListSchema,
  labelPathSchema,
  labelQuerySchema,
  labelSchema,
} from "#lib/distribution/label-schema";
import { findLabel, listLabels } from "#lib/distribution/list-labels";
import { labelKeys } from "#lib/distribution/sign-label";
import { keysHref } from "#lib/i18n/addresses";
import { Content, Refusal } from "../entry.ts";
import { type Operation, operation } from "../operation.ts";

/** Labels that platforms may put beside what carries a claim, the key by which they are checked, and what platforms answer. */
export const labelOperations: readonly Operation[] = [
  operation({
    method: "GET",
    path: "/api/v1/labels",
    id: "listLabels",
    summary:
      "Label suggestions for platforms, signed, oldest first; with a member's key its own answers beside them.",
    description:
      "Each version of a notice has one label, which never changes; a newer version has a newer one, and a retraction revokes. Of a slug the highest version holds, whatever the order of arrival. A label tells of a claim and of what carries it, never of people: among links only posts of sites whose addresses are known, never a page of somebody's account; no words of those who asked.",
    access: "public",
    scope: "deliveries",
    query: labelQuerySchema,
    answer: { status: 200, description: "Found.", schema: labelListSchema },
    cache: { sharedFor: 60 },
    shows: () => ["labels"],
    run: ({ holder, query }) => listLabels(query, holder?.memberId ?? null),
  }),
  operation({
    method: "GET",
    path: "/api/v1/labels/{id}",
    id: "getLabel",
    summary: "One label, which never changes; `supersededBy` tells when a newer one has come in its place.",
    access: "public",
    params: labelPathSchema,
    answer: { status: 200, description: "Found.", schema: labelSchema },
    cache: { sharedFor: 60 },
    shows: () => ["labels"],
    run: ({ path: { id } }) => findLabel(id),
  }),
  operation({
    method: "GET",
    path: keysHref,
    summary: "The keys by which labels are checked.",
    access: "public",
    answer: { status: 200, description: "A JSON Web Key Set." },
    cache: { sharedFor: 600 },
    shows: () => ["reference"],
    run: async () => new Content(JSON.stringify(await labelKeys()), "application/jwk-set+json"),
  }),
  operation({
    method: "POST",
    path: "/api/v1/member/labels",
    id: "answerLabel",
    summary: "A platform says what it made of a label; its latest answer holds.",
    access: "key",
    scope: "deliveries",
    body: answerLabelSchema,
    answer: { status: 200, description: "Stored, now or before.", schema: labelAnswerSchema },
    errors: ["NOT_FOUND", "NOT_A_PLATFORM", "RATE_LIMITED"],
    cache: "never",
    run: async ({ holder, body }) => {
      const outcome = await answerLabel(holder, body);
      if (outcome.ok) return { ...outcome.answer, at: outcome.answer.at.toISOString() };
      if (outcome.reason === "NOT_A_PLATFORM") return new Refusal("NOT_A_PLATFORM");
      return new Refusal("VALIDATION", { fields: [{ path: "labelId", message: "labelRevokes" }] });
    },
  }),
];
