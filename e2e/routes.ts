import { globSync, readFileSync } from "node:fs";
import { type Permission, permissions } from "#lib/access/permissions";
import type { Access, Method } from "#lib/web/entry";
import { operations } from "#lib/web/operations";

/**
 * What every address and every action of the product needs; a new one that is not declared here fails the access spec.
 * "public" is for anybody.
 */
export type Need = Permission | "public";

/** The pages, by their place under app/[locale]; whatever names a claim, draft or member needs the permission there. */
export const pages: Readonly<Record<string, Need>> = {
  "/": "public",
  "/[...rest]": "public",
  "/about": "public",
  "/check": "public",
  "/corrections": "public",
  "/corrections/older/[cursor]": "public",
  "/debunks": "public",
  "/debunks/[slug]": "public",
  "/debunks/[slug]/versions/[number]": "public",
  "/digest": "public",
  "/digest/confirm": "public",
  "/follow/[claimId]": "public",
  "/follow/confirm": "public",
  "/members": "public",
  "/methodology": "public",
  "/privacy": "public",
  "/report": "public",
  "/report/done": "public",
  "/report/file": "public",
  "/track": "public",
  "/unsubscribe": "public",
  "/desk": "desk.enter",
  "/desk/account": "account.manage",
  "/desk/alerts": "account.manage",
  "/desk/alerts/[alertId]": "account.manage",
  "/desk/alerts/settings": "account.manage",
  "/desk/answer-texts": "claim.close",
  "/desk/assignments": "assignment.list",
  "/desk/audit": "audit.read",
  "/desk/claims/[claimId]": "claim.read",
  "/desk/claims/[claimId]/correction": "correction.open",
  "/desk/claims/[claimId]/draft": "draft.write",
  "/desk/clocks": "clock.list",
  "/desk/coverage": "coverage.read",
  "/desk/coverage/[slug]": "coverage.read",
  "/desk/deliveries": "delivery.list",
  "/desk/drafts/[draftId]": "draft.read",
  "/desk/drafts/[draftId]/reader": "draft.read",
  "/desk/duty": "roster.read",
  "/desk/endpoints": "endpoint.list",
  "/desk/endpoints/[endpointId]": "endpoint.manage",
  "/desk/endpoints/new": "endpoint.manage",
  "/desk/endpoints/new/digest": "endpoint.manage",
  "/desk/evidence/[evidenceId]": "claim.read",
  "/desk/files/[uploadId]": "file.read",
  "/desk/first-steps": "steps.read",
  "/desk/join": "public",
  "/desk/keys": "key.list",
  "/desk/keys/[keyId]": "key.manage",
  "/desk/keys/new": "key.manage",
  "/desk/matching": "match.read",
  "/desk/members": "people.list",
  "/desk/members/[memberId]/[userId]": "people.change-roles",
  "/desk/members/invite": "people.invite",
  "/desk/queue": "queue.read",
  "/desk/queue/views": "queue.save",
  "/desk/reset": "public",
  "/desk/reviews": "review.list",
  "/desk/routing": "rules.read",
  "/desk/routing/[ruleSetId]": "rules.read",
  "/desk/routing/[ruleSetId]/[ruleId]": "rules.manage",
  "/desk/setup": "public",
  "/desk/sign-in": "public",
  "/desk/unfinished": "reaction.list",
};

/** What answers besides pages, as the table of operations declares it. */
export const calls: readonly { method: Method; path: string; access: Access }[] = operations.map(
  ({ method, path, access }) => ({ method, path: placeOf(path), access }),
);

function placeOf(path: string): string {
  return path.replace(/\{(\w+)\*\}/g, "[[...$1]]").replace(/\{(\w+)\}/g, "[$1]");
}

/** The server actions, by their name, as each is declared where it stands; one that is made in another way is not. */
export const actions: Readonly<Record<string, Need>> = Object.fromEntries(
  globSync("app/**/actions.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^export const (\w+) = (\w+)\(\s*(?:"([^"]*)")?/gm)].flatMap(
      ([, name = "", maker = "", need = ""]): [string, Need][] => {
        if (maker === "publicAction" || maker === "openAction") return [[name, "public"]];
        return isPermission(need) ? [[name, need]] : [];
      },
    ),
  ),
);

function isPermission(text: string): text is Permission {
  return Object.hasOwn(permissions, text);
}
