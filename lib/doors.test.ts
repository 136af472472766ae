import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** The only files that write the status of a claim, a draft or an assignment: those that move it, those that open one. */
const doors = [
  "lib/claims/move-claim.ts",
  "lib/claims/open-claim.ts",
  "lib/claims/work/assignments.ts",
  "lib/editorial/move-draft.ts",
  "lib/editorial/open-draft.ts",
];
/** Rows that nobody lived: the many of the bench. */
const tellers = ["scripts/bench/fill.ts"];
/** Writes into the tables of outboxes, which it is given by name. */
const others = ["lib/platform/outbox.ts"];

const models = "claim|draft|assignment";
const writes = /^(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert)$/;
const nestedWrites = /^(create|createMany|connectOrCreate|update|updateMany|upsert)$/;
const table = String.raw`"?(?:public"?\.)?"?(?:claims|drafts|assignments)\b`;
const sqlWrites = [
  new RegExp(String.raw`\b(?:insert|merge)\s+into\s+(?:only\s+)?${table}`, "i"),
  new RegExp(String.raw`\bcopy\s+${table}`, "i"),
  // A table that is put in cannot be seen.
  /\bupdate\s+(?:only\s+)?\$\{/i,
];
const sqlUpdate = new RegExp(
  String.raw`\bupdate\s+(?:only\s+)?${table}[^;]*?\bset\b(.*?)(?:\bwhere\b|\breturning\b|(?<!distinct\s)\bfrom\b|$)`,
  "gis",
);
const setsStatus = /\bstatus"?\s*(?:=|(?:,[^=]*)?\)\s*=)/i;

/** The fields of all models that lead to one of the three, by which a nested write could reach it. */
const relations = new Set(
  globSync("prisma/models/*.prisma").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^\s+(\w+)\s+(?:Claim|Draft|Assignment)(?:\[\]|\?)?\s/gm)].map(
      ([, field]) => field ?? "",
    ),
  ),
);

/** The lines of a file that write such a status, or write in a way that does not let one see whether they do. */
function findWriters(name: string, text: string): number[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, kindOf(name));
  const found: number[] = [];
  const visit = (node: ts.Node): void => {
    if (isModelWrite(node, source) || isNestedWrite(node) || isSqlWrite(node))
      found.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const kindOf = (name: string) => (name.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

/** `tx.claim.update({ data: { status } })` and its sisters, however the client and the model are named. */
function isModelWrite(node: ts.Node, source: ts.SourceFile): boolean {
  if (!ts.isCallExpression(node)) return false;
  const method = accessOf(node.expression);
  if (!method || !writes.test(method.name)) return false;
  const model = accessOf(method.of)?.name ?? (ts.isIdentifier(method.of) ? method.of.text : "");
  const isDynamic = ts.isElementAccessExpression(method.of) && !accessOf(method.of);
  if (!isDynamic && !new RegExp(`^(?:${models})$`, "i").test(model)) return false;
  if (isDynamic || method.name.startsWith("create")) return true;
  return mayHold("status", node.arguments[0], source, ["data", "create", "update"]);
}

function accessOf(node: ts.Expression): { name: string; of: ts.Expression } | null {
  if (ts.isPropertyAccessExpression(node)) return { name: node.name.text, of: node.expression };
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return { name: node.argumentExpression.text, of: node.expression };
  return null;
}

/** Whether an object has the key, or cannot be seen to lack it; with `inside`, whether one of these parts of it has. */
function mayHold(
  key: string,
  value: ts.Node | undefined,
  source: ts.SourceFile,
  inside?: readonly string[],
): boolean {
  if (!value) return true;
  if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value) || ts.isSatisfiesExpression(value))
    return mayHold(key, value.expression, source, inside);
  if (ts.isConditionalExpression(value))
    return [value.whenTrue, value.whenFalse].some((part) => mayHold(key, part, source, inside));
  if (ts.isBinaryExpression(value)) return mayHold(key, value.right, source, inside);
  if (ts.isArrayLiteralExpression(value))
    return value.elements.some((part) => mayHold(key, part, source, inside));
  if (ts.isIdentifier(value)) return mayNameHold(key, value.text, source, inside);
  if (!ts.isObjectLiteralExpression(value)) return true;
  return value.properties.some((property) => {
    if (ts.isSpreadAssignment(property)) return mayHold(key, property.expression, source, inside);
    const name = property.name;
    if (!name || ts.isComputedPropertyName(name)) return true;
    if (!inside) return name.text === key;
    if (!inside.includes(name.text)) return false;
    return mayHold(key, ts.isPropertyAssignment(property) ? property.initializer : property.name, source);
  });
}

/** A name stands for the object that a constant of the file holds, or for a parameter whose type leaves the key out. */
function mayNameHold(key: string, name: string, source: ts.SourceFile, inside?: readonly string[]): boolean {
  let held: boolean | undefined;
  const visit = (node: ts.Node): void => {
    if (
      (ts.isVariableDeclaration(node) || ts.isParameter(node)) &&
      ts.isIdentifier(node.name) &&
      node.name.text === name
    ) {
      const isWithout = node.type?.getText().startsWith("Omit<") && node.type.getText().includes(`"${key}"`);
      held = (held ?? false) || (!isWithout && mayHold(key, node.initializer, source, inside));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return held ?? true;
}

/** `claim: { update: { … } }` inside the data of another model. */
function isNestedWrite(node: ts.Node): boolean {
  if (!ts.isPropertyAssignment(node) || ts.isComputedPropertyName(node.name)) return false;
  if (!relations.has(node.name.text) || !ts.isObjectLiteralExpression(node.initializer)) return false;
  return node.initializer.properties.some(
    ({ name }) => name && !ts.isComputedPropertyName(name) && nestedWrites.test(name.text),
  );
}

function isSqlWrite(node: ts.Node): boolean {
  const sql = textOf(node);
  if (sql === null) return false;
  return (
    sqlWrites.some((pattern) => pattern.test(sql)) ||
    [...sql.matchAll(sqlUpdate)].some(([, set]) => setsStatus.test(set ?? ""))
  );
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `\${}${literal.text}`).join("");
}

describe("the status of a claim, a draft and an assignment", () => {
  it("is written by its door alone", () => {
    const files = globSync("{lib,app,prisma/seed,scripts}/**/*.{ts,tsx,js,mjs}").filter(
      (file) => !/\.test\.tsx?$|\/generated\/|\/_?testing\//.test(file) && !/\.next\//.test(file),
    );
    expect(files.length).toBeGreaterThan(300);
    const found = Object.fromEntries(
      files.flatMap((file) => {
        const lines = findWriters(file, readFileSync(file, "utf8"));
        return lines.length > 0 ? [[file, lines] as const] : [];
      }),
    );
    expect(Object.keys(found).toSorted()).toEqual([...doors, ...tellers, ...others].toSorted());
  });

  it.each([
    `tx.claim.update({ where: { id }, data: { status: "triaged" } })`,
    `tx.claim.updateMany({ where: { id }, data: { status } })`,
    `db["draft"].updateManyAndReturn({ data: { "status": to } })`,
    `tx.assignment.upsert({ where, create: { id }, update: { ...(late && { status: "done" }) } })`,
    `const data = { status: "done" }; assignment.update({ where, data })`,
    `tx.draft.update({ where, data: late ? { updatedAt } : { status: "writing" } })`,
    `tx.claim.update({ where, data: changesOf(input) })`,
    `tx.claim.update(change)`,
    `tx.claim.create({ data: { wording } })`,
    `tx.assignment.createMany({ data: rows })`,
    `tx[model].updateMany({ data: { status } })`,
    `tx.event.update({ where, data: { claim: { update: { status: "triaged" } } } })`,
    `tx.member.update({ where, data: { assignments: { updateMany: { where, data: { status } } } } })`,
    `tx.claim.update({ where, data: { drafts: { create: { status: "writing" } } } })`,
    "tx.$executeRaw`UPDATE claims SET status = 'triaged' WHERE id = 1`",
    'tx.$executeRawUnsafe(`update only "public"."drafts" as d set updated_at = now(), "status"=\'writing\'`)',
    "tx.$queryRaw`WITH late AS (SELECT 1) UPDATE assignments SET (done_at, status) = (now(), 'done') FROM late`",
    "tx.$executeRaw`UPDATE claims SET urgency = CASE WHEN a IS DISTINCT FROM b THEN 1 END, status = 'triaged'`",
    "tx.$executeRaw`INSERT INTO assignments (id, status) VALUES (1, 'done') ON CONFLICT DO UPDATE SET status = 'done'`",
    `tx.$executeRaw\`UPDATE \${table} SET status = 'done'\``,
    `client.query("UPDATE claims SET status = $1", [to])`,
  ])("would be found in %s", (planted) => {
    expect(findWriters("planted.ts", planted)).not.toEqual([]);
  });

  it.each([
    `tx.claim.updateMany({ where: { id, status: "triaged" }, data: { urgency } })`,
    `tx.claim.findMany({ where: { status }, select: { drafts: { select: { status: true } } } })`,
    `tx.debunk.update({ where, data: { status: "corrected" } })`,
    "tx.$queryRaw`UPDATE claims SET report_count = report_count + 1 WHERE status <> 'retracted' AND status = 'a'`",
    `function change(tx, data: Omit<Input, "status">) { tx.claim.updateMany({ where, data: { ...data, version } }) }`,
  ])("is left alone by %s", (innocent) => {
    expect(findWriters("innocent.ts", innocent)).toEqual([]);
  });
});
