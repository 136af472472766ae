import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { permissions } from "#lib/access/permissions";
import { eventTypes } from "#lib/audit/event-types";
import { labelActions, labelOutcomes } from "#lib/distribution/vocabulary";
import { apiDocument, operations } from "#lib/web/operations";

/** What is done to somebody, or to somebody's words, whatever comes after it. */
const always =
  /^(?:takedown|ban|bans|banned|unban|mute|shadowban|censor|punish|punishment|police|prosecute|prosecution|arrest|detain|deplatform|blacklist|blocklist|denounce|culprit|offender|suspect|strikes?)$/;
const verbs =
  /^(?:delete|removed?|removes|hide|block|suspend|disable|freeze|close|erase|purge|restrict|flag|name|report|limit|lock|demote|throttle)$/;
/** As permissions and events are named: the thing comes first. */
const done =
  /^(?:delete|deleted|remove|removed|hide|hidden|block|blocked|suspend|suspended|freeze|frozen|erase|erased|purge|purged|disable|disabled)$/;
/** What people have written elsewhere, and where they write it. */
const theirs = /^(?:posts?|posting|videos?|accounts?|channels?|profiles?|posters?)$/;
/** Who wrote something elsewhere, or how they are called there. */
const people =
  /^(?:uploaders?|nickname|username|screenname|openid|unionid|handles?|sharer|spreader|originator)$/;
const whose = /^(?:posters?|uploader|sharer|author|account)$/;
const which = /^(?:name|id|uid|phone|handle|url|link|account|profile|email)$/;

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);

/** Whether a name offers to remove what somebody posted, to punish, or to keep who it was. A poster may be of paper too. */
function isTakedown(name: string): boolean {
  const words = wordsOf(name);
  if (words.length === 1 && /^posters?$/.test(words[0] ?? "")) return true;
  return words.some((word, at) => {
    const [next = "", afterNext = ""] = words.slice(at + 1);
    return (
      always.test(word) ||
      people.test(word) ||
      people.test(word + next) ||
      (verbs.test(word) && (theirs.test(next) || theirs.test(afterNext))) ||
      (theirs.test(word) && done.test(next)) ||
      (whose.test(word) && which.test(next)) ||
      (word === "take" && next === "down")
    );
  });
}

/** The names of all constants and functions of a file, or of the properties of its objects. */
function namesIn(file: string, wanted: "declared" | "properties"): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isDeclared = (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node)) && node.name;
    if (wanted === "declared" && isDeclared) found.push(isDeclared.getText());
    if (wanted === "properties" && (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)))
      found.push(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The names of all properties that a description of JSON knows. */
function propertiesIn(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  const { properties }: { properties?: unknown } = part;
  const own = typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
  return [...own, ...Object.values(part).flatMap(propertiesIn)];
}

const filesLike = (pattern: string) => globSync(pattern).filter((file) => !/generated|\.test\./.test(file));

const offered: Record<string, () => string[]> = {
  operations: () => operations.flatMap(({ path, id = "" }) => [path, id]),
  "fields of the API": () => propertiesIn(apiDocument()),
  actions: () => filesLike("app/**/actions.ts").flatMap((file) => namesIn(file, "declared")),
  "use cases": () => filesLike("lib/**/*-*.ts").map((file) => file.split("/").at(-1) ?? ""),
  schemas: () => filesLike("lib/**/*schema.ts").flatMap((file) => namesIn(file, "properties")),
  permissions: () => Object.keys(permissions),
  events: () => Object.keys(eventTypes),
  "what platforms are asked": () => [...labelActions, ...labelOutcomes],
  columns: () =>
    filesLike("prisma/models/*.prisma").flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/^(?:model| ) +(\w+)/gm)].map(([, name = ""]) => name),
    ),
};

describe("no verb removes a post or names a poster", () => {
  it.each(Object.entries(offered))("among %s", (_, names) => {
    const all = [...new Set(names())];
    expect(all.length).toBeGreaterThan(4);
    expect(all.filter(isTakedown)).toEqual([]);
  });

  it("and nothing is deleted from outside but what somebody is just sending", () => {
    const deleting = operations.filter(({ method }) => method === "DELETE").map(({ path }) => path);
    expect(deleting.filter((path) => !path.startsWith("/api/v1/uploads/resumable"))).toEqual([]);
  });

  it.each([
    "removePostAction",
    "delete-post",
    "deleteTheirPosts",
    "/api/v1/member/takedown",
    "take-down-video",
    "ban-poster",
    "post.ban",
    "post.removed",
    "video.hidden",
    "account.suspend-account",
    "blockAccount",
    "report-to-police",
    "claim.report-account",
    "poster",
    "posterName",
    "poster_id",
    "authorPhone",
    "accountUrl",
    "uploaderUid",
    "nickName",
    "wechatOpenId",
    "punishSharer",
  ])("would be found in %s", (name) => {
    expect(isTakedown(name)).toBe(true);
  });

  it.each([
    "removePersonAction",
    "answer-label",
    "closeClaim",
    "report.joined",
    "/api/v1/debunks/{slug}/poster.pdf",
  ])("is not seen in %s", (name) => {
    expect(isTakedown(name)).toBe(false);
  });
});
