import type { APIRequestContext, APIResponse } from "@playwright/test";
import type { Permission } from "#lib/access/permissions";
import { newId } from "#lib/platform/id";
import { actions } from "../routes.ts";
import { builtActions } from "./built.ts";

/** The actions that are not for everybody. */
export const deskActions = builtActions().filter(({ name }) => actions[name] !== "public");

/** The permission without which an action of the desk is refused. */
export function needOf(action: string): Permission {
  const need = actions[action];
  if (!need || need === "public") throw new Error(`${action} is not declared as an action of the desk`);
  return need;
}

/** The records that an address names. */
export type Work = Record<
  | "claimId"
  | "draftId"
  | "memberId"
  | "userId"
  | "keyId"
  | "endpointId"
  | "evidenceId"
  | "uploadId"
  | "slug"
  | "alertId"
  | "ruleSetId"
  | "ruleId",
  string
>;

/** A page's address, about these records and nothing else. */
export const addressOf = (page: string, work: Partial<Work>) =>
  page.replace(/\[(\w+)\]/g, (_, name: string) => work[name as keyof Work] ?? newId());

/** What a page or its record answers: in, out to the door, or out. */
export function answerOf(response: APIResponse): "open" | "sign in" | "refused" | string {
  const status = response.status();
  const location = response.headers().location ?? "";
  if (status === 307 && location.includes("/desk/sign-in")) return "sign in";
  if (status === 200 || (status === 307 && location.includes("/desk/"))) return "open";
  return status === 403 || status === 404 ? "refused" : `${status}`;
}

/** Asks for a page, and follows it nowhere. */
export const open = (request: APIRequestContext, path: string) => request.get(path, { maxRedirects: 0 });
