import { join } from "node:path";
import { check, type Parameters } from "recheck";
import ts from "typescript";
import { nodesOf, placeOf, readSources } from "./sources.ts";

/** What is tried is bounded by work and never by time, so that a busy machine finds what a quiet one finds. */
const bounds: Parameters = {
  randomSeed: 1,
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  recallTimeout: -1,
  maxNFASize: 5000,
  maxInitialGenerationSize: 25,
  maxGenerationSize: 20,
  maxIteration: 3,
  crossoverSize: 5,
  mutationSize: 10,
  seedingLimit: 1000,
  incubationLimit: 10_000,
  attackLimit: 5_000_000,
  maxAttackStringSize: 10_000,
  maxGeneStringSize: 600,
};

type Expression = { place: string; source: string; flags: string };

const files = await readSources(["{app,components,lib}/**/*.{ts,tsx}"]);
const literals = files.flatMap((file) => [...nodesOf(file)].filter(ts.isRegularExpressionLiteral));
const expressions: Expression[] = [...literals.map(readLiteral), ...(await readMade())];
if (expressions.length < 50) throw new Error("there are more expressions than that");

let wrong = 0;
const checked = await Promise.all(
  expressions.map(async (one) => ({ ...one, found: await check(one.source, one.flags, bounds) })),
);
for (const { place, source, flags, found } of checked) {
  if (found.status === "safe") continue;
  const reason =
    found.status === "unknown"
      ? `unknown: ${found.error.kind}`
      : `${found.complexity.summary}: ${found.attack.pattern.slice(0, 200)}`;
  console.error(`${place} /${source.slice(0, 200)}/${flags}\n  ${reason}`);
  wrong += 1;
}
console.log(`${expressions.length} expressions, ${wrong} that a text can make slow`);
process.exit(wrong > 0 ? 1 : 0);

function readLiteral(literal: ts.RegularExpressionLiteral): Expression {
  const end = literal.text.lastIndexOf("/");
  return { place: placeOf(literal), source: literal.text.slice(1, end), flags: literal.text.slice(end + 1) };
}

/** The expressions that are put together when a file is read: reads those files, and sees what is made there. */
async function readMade(): Promise<Expression[]> {
  const makers = files.flatMap((file) => [...nodesOf(file)].filter(isMaker));
  const late = makers.filter((maker) => ts.findAncestor(maker, ts.isFunctionLike));
  if (late.length > 0)
    throw new Error(`put together too late to be checked: ${late.map(placeOf).join(", ")}`);

  const made: Expression[] = [];
  const { RegExp: Own } = globalThis;
  globalThis.RegExp = new Proxy(Own, {
    construct(target, parts, self) {
      const expression: RegExp = Reflect.construct(target, parts, self);
      const { source, flags } = expression;
      const place = /\/(lib\/[^:]+:\d+)/.exec(new Error().stack?.split("\n")[2] ?? "")?.[1];
      if (place) made.push({ place, source, flags });
      return expression;
    },
  });
  for (const path of new Set(makers.map((maker) => maker.getSourceFile().fileName))) {
    await import(join(import.meta.dirname, "..", path));
  }
  globalThis.RegExp = Own;
  const unseen = makers.filter(
    (maker) => !made.some(({ place }) => place.startsWith(maker.getSourceFile().fileName)),
  );
  if (unseen.length > 0) throw new Error(`not seen: ${unseen.map(placeOf).join(", ")}`);
  return made;
}

function isMaker(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp";
}
