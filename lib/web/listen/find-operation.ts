import { locales } from "#lib/i18n/locale";
import type { Method } from "../entry.ts";
import { handlersOf, type RouteHandler } from "../handlers.ts";
import { operations } from "../operations.ts";

type Route = { pattern: RegExp; handlers: ReturnType<typeof handlersOf> };

const paths = [...new Set(operations.map(({ path }) => path))];

const isVariable = (path: string): boolean => path.includes("{");

const literal = new Map(
  paths.filter((path) => !isVariable(path)).map((path) => [path as string, handlersOf(path)] as const),
);

const variable: readonly Route[] = paths
  .filter(isVariable)
  .map((path) => ({ pattern: patternOf(path), handlers: handlersOf(path) }));

/** `{name}` is one part of a path, `{name*}` any number of them, `/{locale}` the language, which the default one lacks. */
function patternOf(path: string): RegExp {
  const source = path.replaceAll(".", "\\.").replace(/\/\{(\w+)(\*?)\}/g, (_, name: string, many: string) => {
    if (name === "locale") return `(?:/(?<locale>${locales.join("|")}))?`;
    return many ? `(?:/(?<${name}>.*))?` : `/(?<${name}>[^/]+)`;
  });
  return new RegExp(`^${source}$`);
}

/** Who answers at a path, with its variable parts; null where no operation does. */
export function findOperation(
  pathname: string,
): { handlers: Record<Method, RouteHandler>; params: object } | null {
  const handlers = literal.get(pathname);
  if (handlers) return { handlers, params: {} };
  for (const route of variable) {
    const groups = route.pattern.exec(pathname)?.groups;
    if (groups) return { handlers: route.handlers, params: decoded(groups) };
  }
  return null;
}

const decoded = (groups: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([name, part]) =>
      part === undefined ? [] : [[name, decodeURIComponent(part)]],
    ),
  );
