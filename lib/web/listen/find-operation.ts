import { locales } from "#lib/i18n/locale";
import type { Method } from "../entry.ts";
import { handlersOf, type RouteHandler } from "../handlers.ts";
import type { Operation } from "../operation.ts";
import { operations } from "../operations.ts";

type Route = { handlers: Record<Method, RouteHandler>; kept: Operation | null };

/** Who answers at an address, with its variable parts; `kept` is the operation whose answers can be kept for all. */
export type FoundOperation = Route & { params: Readonly<Record<string, string>> };

const paths = [...new Set(operations.map(({ path }) => path))];

const isVariable = (path: string): boolean => path.includes("{");

const routeOf = (path: Operation["path"]): Route => ({
  handlers: handlersOf(path),
  kept: operations.find((one) => one.path === path && one.method === "GET" && one.shows) ?? null,
});

const literal = new Map<string, Route>(
  paths.filter((path) => !isVariable(path)).map((path) => [path, routeOf(path)] as const),
);

const variable = paths.filter(isVariable).map((path) => ({ pattern: patternOf(path), ...routeOf(path) }));

/** `{name}` is one part of a path, `{name*}` any number of them, `/{locale}` the language, which the default one lacks. */
function patternOf(path: string): RegExp {
  const source = path.replaceAll(".", "\\.").replace(/\/\{(\w+)(\*?)\}/g, (_, name: string, many: string) => {
    if (name === "locale") return `(?:/(?<locale>${locales.join("|")}))?`;
    return many ? `(?:/(?<${name}>.*))?` : `/(?<${name}>[^/]+)`;
  });
  return new RegExp(`^${source}$`);
}

/** Who answers at a path; null where no operation does. */
export function findOperation(pathname: string): FoundOperation | null {
  const route = literal.get(pathname);
  if (route) return { ...route, params: {} };
  for (const { pattern, ...others } of variable) {
    const groups = pattern.exec(pathname)?.groups;
    if (groups) return { ...others, params: decoded(groups) };
  }
  return null;
}

const decoded = (groups: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([name, part]) =>
      part === undefined ? [] : [[name, decodeURIComponent(part)]],
    ),
  );
