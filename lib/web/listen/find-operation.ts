import type { Method } from "../entry.ts";
import { handlersOf, type RouteHandler } from "../handlers.ts";
import type { Operation } from "../operation.ts";
import { operations } from "../operations.ts";
import { splitLocale } from "../pages/addresses.ts";

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

const fixedParts = (path: string): number => path.split("/").filter((part) => !isVariable(part)).length;

/** The most exact first: `/uploads/resumable` is no upload of that name. */
const variable = paths
  .filter(isVariable)
  .toSorted((one, other) => fixedParts(other) - fixedParts(one))
  .map((path) => ({ path, ...routeOf(path) }));

/** Who answers at a path; null where no operation does. */
export function findOperation(pathname: string): FoundOperation | null {
  const route = literal.get(pathname);
  if (route) return { ...route, params: {} };
  for (const { path, ...others } of variable) {
    const params = paramsIn(pathname, path);
    if (params) return { ...others, params };
  }
  return null;
}

const LANGUAGE = "/{locale}";

/**
 * The variable parts of a path, or null for one of another kind. `{name}` is one part, `{name*}` at the end any number of
 * them, `/{locale}` at the beginning the language, which the default one lacks.
 */
function paramsIn(pathname: string, path: string): Record<string, string> | null {
  if (path.startsWith(LANGUAGE)) {
    const { locale, path: rest } = splitLocale(pathname);
    const params = paramsIn(rest, path.slice(LANGUAGE.length));
    return params && { ...params, locale };
  }
  const [given, wanted] = [pathname.split("/"), path.split("/")];
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    if (part.endsWith("*}"))
      return { ...params, [part.slice(1, -2)]: decodeURIComponent(given.slice(at).join("/")) };
    const found = given[at];
    if (found === undefined || (part.startsWith("{") ? found === "" : found !== part)) return null;
    if (part.startsWith("{")) params[part.slice(1, -1)] = decodeURIComponent(found);
  }
  return given.length === wanted.length ? params : null;
}
