import type { Actor } from "#lib/access/actor";
import { assertCan } from "#lib/access/can";
import { alertsHref, draftHref, passedOnHref } from "#lib/i18n/addresses";
import { AppError } from "#lib/platform/errors";
import { isId } from "#lib/platform/id";
import { type AlertRow, findAlert } from "./queries.ts";
import { markRead } from "./read-alerts.ts";
import type { AlertKind } from "./vocabulary.ts";

/** Opens what an alert of the actor's is about: it is read then. @throws AppError NOT_FOUND */
export async function openAlert(actor: Actor, alertId: string): Promise<string> {
  assertCan(actor, "account.manage");
  const alert = isId(alertId) ? await findAlert(actor, alertId) : null;
  if (!alert) throw new AppError("NOT_FOUND");
  if (!alert.readAt) await markRead(actor, [alert.id]);
  return placeOf(alert);
}

/** Where it stands; work on a claim that may no longer be read, in the list of work. */
function placeOf(alert: AlertRow): string {
  const place = places[alert.kind];
  if (place) return place(alert);
  if (!alert.claimId) return alertsHref();
  if (alert.wording === null && alert.type === "clock.escalated" && alert.data.level === 2)
    return passedOnHref;
  return alert.wording === null ? "/desk/assignments?state=all" : `/desk/claims/${alert.claimId}`;
}

const draft = ({ subjectId }: AlertRow) => draftHref(subjectId);

const rules = ({ subjectId }: AlertRow) => `/desk/routing/${subjectId}`;

/** Where else than at the claim. */
const places: Partial<Record<AlertKind, (alert: AlertRow) => string>> = {
  "review-waiting": draft,
  "review-returned": draft,
  "ready-to-publish": draft,
  "correction-opened": draft,
  "correction-abandoned": draft,
  "page-lost": () => "/desk/deliveries",
  "endpoint-ended": ({ subjectId }) => `/desk/endpoints/${subjectId}`,
  "work-given-up": () => "/desk/unfinished",
  "rules-proposed": rules,
  "rules-returned": rules,
  "rules-waiting": rules,
  "rules-active": rules,
  "colleague-joined": () => "/desk/members",
  "key-changed": () => "/desk/keys",
  "own-roles-changed": () => "/desk/account",
  "own-password-link": () => "/desk/account",
};
