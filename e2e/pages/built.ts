import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The addresses of the pages on disk, without the folders that are not part of them. */
export const pagesOnDisk = (): string[] =>
  globSync("app/**/page.{ts,tsx}")
    .map((file) => file.replace(/^app\/\[locale\]|\/\([^)]*\)|\/page\.tsx?$/g, ""))
    .map((path) => path || "/")
    .toSorted();

/** The addresses of the route handlers on disk. */
export const handlersOnDisk = (): string[] =>
  globSync("app/**/route.ts")
    .map((file) => file.replace(/^app|\/route\.ts$/g, ""))
    .toSorted();

export type BuiltAction = { id: string; name: string; file: string; page: string };

type Entry = { exportedName: string; filename: string; workers: Record<string, unknown> };

/** The server actions that the build offers to the world, each with a page that knows it. */
export function builtActions(): BuiltAction[] {
  const build = readFileSync(".next/current", "utf8");
  const manifest: { node: Record<string, Entry>; edge: Record<string, Entry> } = JSON.parse(
    readFileSync(join(".next", build, "server/server-reference-manifest.json"), "utf8"),
  );
  return Object.entries({ ...manifest.node, ...manifest.edge }).map(
    ([id, { exportedName, filename, workers }]) => {
      const [page = ""] = Object.keys(workers).map((worker) =>
        worker.replace(/^app\/\[locale\]|\/\([^)]*\)|\/page$/g, ""),
      );
      return { id, name: exportedName, file: filename, page: page || "/" };
    },
  );
}
