import { channel } from "node:diagnostics_channel";
import { log } from "#lib/platform/log";
import { isOpen, type Method, problemsOf } from "./entry.ts";
import type { Operation } from "./operation.ts";
import { operations } from "./operations.ts";
import { problem, problemOf, statusOf } from "./problem.ts";

export type RouteHandler = (
  request: Request,
  context: { params: Promise<object | undefined> },
) => Promise<Response>;

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const satisfies Method[];

/**
 * The handlers at an address, by method: its operations, and a problem for every other method and for whatever is
 * thrown.
 */
export function handlersOf(path: Operation["path"]): Record<Method, RouteHandler> {
  const here = operations.filter((operation) => operation.path === path);
  if (here.length === 0) throw new Error(`there is no operation at ${path}`);
  const handlers: Partial<Record<Method, RouteHandler>> = {};
  for (const operation of here) handlers[operation.method] = serve(operation);
  if (handlers.GET) handlers.HEAD ??= withoutBody(handlers.GET);
  const allow = methods.filter((method) => handlers[method] || method === "OPTIONS").join(", ");
  const options = { Allow: allow, ...(here.some(isOpen) && preflight) };
  handlers.OPTIONS ??= async () => new Response(null, { status: 204, headers: options });
  const refuse: RouteHandler = async (request) =>
    problem(request, "METHOD_NOT_ALLOWED", { headers: { Allow: allow } });
  const all = methods.map((method) => [method, handlers[method] ?? refuse] as const);
  return Object.fromEntries(all) as Record<Method, RouteHandler>;
}

const nothingHere: RouteHandler = async (request) => problem(request, "NOT_FOUND");

/** The handlers at an address of the API where there is nothing. */
export const noHandlers = Object.fromEntries(methods.map((method) => [method, nothingHere])) as Record<
  Method,
  RouteHandler
>;

const crossOrigin = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Retry-After",
};
const preflight = {
  ...crossOrigin,
  "Access-Control-Allow-Methods": "GET, HEAD",
  "Access-Control-Allow-Headers": "Accept-Language, If-None-Match",
  "Access-Control-Max-Age": "86400",
};

function serve(operation: Operation): RouteHandler {
  return async (request, { params }) => {
    // An address without variable parts comes without parameters.
    const response = await operation
      .handle(request, (await params) ?? {})
      .catch((error: unknown) => problemOf(request, error));
    tellUndeclared(operation, response.status);
    // Scripts of any site may read what is public, refusals included; not what a key is shown.
    if (isOpen(operation) && !request.headers.has("authorization"))
      for (const [name, value] of Object.entries(crossOrigin)) response.headers.set(name, value);
    return response;
  };
}

const withoutBody =
  (handler: RouteHandler): RouteHandler =>
  async (request, context) => {
    const { status, headers } = await handler(request, context);
    return new Response(null, { status, headers });
  };

/** Where tests hear of an answer that the description lacks (lib/web/testing). */
const undeclared = channel("bianzhen:undeclared-answer");

function tellUndeclared(operation: Operation, status: number): void {
  if (operation.id === undefined || statusesOf(operation).has(status)) return;
  const { method, path } = operation;
  log.error({ method, path, status }, "an answer that the description of the API lacks");
  undeclared.publish({ method, path, status });
}

function statusesOf(operation: Operation): Set<number> {
  const { status, known } = operation.answer;
  const refusals = [...problemsOf(operation)].map(statusOf);
  return new Set([status, ...(known ? [200] : []), ...(isOpen(operation) ? [304] : []), ...refusals]);
}
