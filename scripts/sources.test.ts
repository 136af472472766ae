import ts from "typescript";
import { describe, expect, it } from "vitest";
import { nodesOf, parseSource, placeOf, readSources } from "./sources.ts";

const house = await readSources(["{app,components,lib,prisma,scripts}/**/*.{ts,tsx}"]);
const within = (pattern: RegExp) => house.filter(({ fileName }) => pattern.test(fileName));

/** Finds what a rule forbids, each with its place. */
const find = (sources: readonly ts.SourceFile[], isWrong: (node: ts.Node) => boolean): string[] =>
  sources.flatMap((source) =>
    [...nodesOf(source)]
      .filter(isWrong)
      .map((node) => `${placeOf(node)} ${node.getText().split("\n")[0]?.slice(0, 80)}`),
  );
const findIn = (text: string, isWrong: (node: ts.Node) => boolean) =>
  find([parseSource("planted.ts", text)], isWrong);

it("reads the house", () => {
  expect(house.length).toBeGreaterThan(500);
});

describe("an error, or whatever else crosses from one load of lib to another, is recognised by a code or name", () => {
  /** What JavaScript itself and browsers have one of. */
  const isNative = (name: string) =>
    name in globalThis || /^((HTML\w*)?Element|CSSTransition|RadioNodeList)$/.test(name);
  const isByClass = (node: ts.Node) =>
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword &&
    !isNative(node.right.getText());

  it("never by its class", () => {
    expect(find(house, isByClass)).toEqual([]);
  });

  it("sees one that is planted", () => {
    expect(findIn("if (error instanceof AppError) throw error;", isByClass)).toHaveLength(1);
    expect(findIn("if (!(error instanceof Prisma.Sql)) throw error;", isByClass)).toHaveLength(1);
    expect(findIn("if (error instanceof Error) throw error;", isByClass)).toEqual([]);
  });
});

describe("the state of a process is kept by once", () => {
  /** What one call uses up, and a table that is filled while its file is read. */
  const exempt = ["lib/matching/order.ts", "lib/matching/synonyms.ts"];
  const makers = /^(new (Map|Set|WeakMap|WeakSet|DataLoader|LRUCache|RateLimiterMemory)|pLimit)\b/;
  const isLet = (node: ts.Node) =>
    ts.isVariableStatement(node) &&
    ts.isSourceFile(node.parent) &&
    !(node.declarationList.flags & ts.NodeFlags.Const);
  /** A collection that starts empty is there to be filled. */
  const isFilledLater = (node: ts.Node) =>
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isVariableDeclaration(node.parent) &&
    ts.isSourceFile(node.parent.parent.parent.parent) &&
    makers.test(node.getText()) &&
    !/^Readonly/.test(node.parent.type?.getText() ?? "") &&
    (!/^new (Map|Set)\b/.test(node.getText()) || node.arguments?.length === 0);
  const isGlobal = (node: ts.Node) => ts.isIdentifier(node) && node.text === "globalThis";
  const isState = (node: ts.Node) => isLet(node) || isFilledLater(node) || isGlobal(node);

  it("and nowhere else", () => {
    const sources = within(/^(app|components|lib)\b/).filter(
      ({ fileName }) => fileName !== "lib/platform/once.ts" && !exempt.includes(fileName),
    );
    expect(find(sources, isState)).toEqual([]);
  });

  it("each under a name of its own", () => {
    const names = within(/^lib\//).flatMap((source) =>
      [...nodesOf(source)].flatMap((node) => {
        if (!ts.isCallExpression(node) || !/^(once|remember)$/.test(node.expression.getText())) return [];
        const [name] = node.arguments;
        return name && ts.isStringLiteral(name) ? name.text : [];
      }),
    );
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each([
    "let child: ChildProcess | undefined;",
    "export let count = 0;",
    "const seen = new Map<string, number>();",
    "const inTurn = pLimit(2);",
    "const shared = globalThis as { pool?: Pool };",
  ])("sees %s", (planted) => {
    expect(findIn(planted, isState)).toHaveLength(1);
  });

  it.each([
    'const seen = once("seen", () => new Map<string, number>());',
    'const names = new Map([["a", 1]]);',
    "function count() { let sum = 0; return sum; }",
  ])("does not mind %s", (harmless) => {
    expect(findIn(harmless, isState)).toEqual([]);
  });
});

describe("the present moment comes from the clock, which can be set and moved", () => {
  const isPresent = (node: ts.Node) =>
    (ts.isNewExpression(node) && node.getText() === "new Date()") ||
    (ts.isCallExpression(node) && node.expression.getText() === "Date.now");
  const sqlNow = /\b(now|clock_timestamp|statement_timestamp)\s*\(\)|\bcurrent_(timestamp|date|time)\b/i;
  /** SQL is written in templates; that of pg-boss is about its own times. */
  const isSqlPresent = (node: ts.Node) =>
    (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) &&
    sqlNow.test(partsOf(node).join("…")) &&
    !partsOf(node).join().includes("pgboss.");
  const partsOf = (node: ts.TemplateLiteral) =>
    ts.isTemplateExpression(node)
      ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
      : [node.text];

  it("in TypeScript", () => {
    const sources = within(/^(app|components|lib)\//).filter(
      ({ fileName }) => fileName !== "lib/platform/clock.ts",
    );
    expect(find(sources, isPresent)).toEqual([]);
  });

  it("in SQL, which is handed it", () => {
    expect(find(within(/^(app|lib|prisma)\//), isSqlPresent)).toEqual([]);
  });

  it("sees one that is planted", () => {
    expect(findIn("const at = new Date();", isPresent)).toHaveLength(1);
    expect(findIn("const at = Date.now() - 5;", isPresent)).toHaveLength(1);
    expect(findIn("db.$executeRaw`UPDATE claims SET closed_at = now()`", isSqlPresent)).toHaveLength(1);
    expect(findIn("db.$queryRaw`SELECT CURRENT_TIMESTAMP`", isSqlPresent)).toHaveLength(1);
    expect(findIn(`db.$queryRaw\`SELECT \${now()}\``, isSqlPresent)).toEqual([]);
  });
});

describe("lib/platform knows no word of the domain", () => {
  const words =
    /claim|report|receipt|debunk|rumou?r|finding|evidence|verdict|assignment|member|topic|division|citizen|desk|triage|follower|publish|editorial|investigat|correction|reviewer/i;
  /** The setting that all limits follow, and what the log never shows, are named where they are read. */
  const exempt = ["REPORTS_PER_NETWORK", "receipt"];
  /** Names and texts that the program uses; in a comment an example may help. */
  const isOfDomain = (node: ts.Node) =>
    (ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) &&
    words.test(node.text.replace(/remember/gi, "")) &&
    !exempt.includes(node.text);

  it("in its names and texts", () => {
    expect(find(within(/^lib\/platform\//), isOfDomain)).toEqual([]);
  });

  it("sees one that is planted", () => {
    expect(findIn('export const CLAIM_QUEUE = "queue";', isOfDomain)).toHaveLength(1);
    expect(findIn('const codes = ["receiptInText"];', isOfDomain)).toHaveLength(1);
    expect(findIn("const found = remember(read);", isOfDomain)).toEqual([]);
  });
});
