import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "..");
const isOther = (path: string) => /\.test\.tsx?$|\/testing\/|\/_testing\/|\/generated\//.test(path);

/** The sources that the patterns name, read as TypeScript, without tests and what is generated. */
export function readSources(patterns: readonly string[]): Promise<ts.SourceFile[]> {
  const paths = globSync(patterns, { cwd: root }).map((path) => path.replaceAll("\\", "/"));
  const read = async (path: string) => parseSource(path, await readFile(join(root, path), "utf8"));
  return Promise.all(paths.filter((path) => !isOther(path)).map(read));
}

/** A text read as TypeScript. */
export const parseSource = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

/** Every node of a source, from the top. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

/** Where a node stands, as an editor opens it. */
export function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  return `${source.fileName}:${line + 1}`;
}
