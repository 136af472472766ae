import { AppError } from "#lib/platform/errors";
import { z } from "#lib/platform/validation";
import { etagOf, isKnown } from "./etag.ts";
import { problem, problemOf } from "./problem.ts";
import { readQuery } from "./query.ts";

type Params = Record<string, string | string[]>;
type Handler = (request: Request, params: Params) => Promise<Response>;
type RouteHandler = (request: Request, context: { params: Promise<Params | undefined> }) => Promise<Response>;

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof methods)[number];

/** The exports of a route file: what it handles, and a problem for every other method and for whatever is thrown. */
export function route(handlers: { GET?: Handler; POST?: Handler }): Record<Method, RouteHandler> {
  const all: Partial<Record<Method, Handler>> = {
    ...handlers,
    ...(handlers.GET && { HEAD: withoutBody(handlers.GET) }),
  };
  const allow = methods.filter((method) => all[method] || method === "OPTIONS").join(", ");
  all.OPTIONS = async () => new Response(null, { status: 204, headers: { Allow: allow } });
  const refuse: Handler = async (request) =>
    problem(request, "METHOD_NOT_ALLOWED", { headers: { Allow: allow } });
  const guarded = methods.map((method) => [method, guard(all[method] ?? refuse)] as const);
  return Object.fromEntries(guarded) as Record<Method, RouteHandler>;
}

const guard =
  (handler: Handler): RouteHandler =>
  async (request, context) => {
    try {
      // An address without variable parts comes without parameters.
      return await handler(request, (await context.params) ?? {});
    } catch (error) {
      return problemOf(request, error);
    }
  };

const withoutBody =
  (handler: Handler): Handler =>
  async (request, params) => {
    const { status, headers } = await handler(request, params);
    return new Response(null, { status, headers });
  };

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

/** The exports of a route file with public data: scripts of any site may read it, refusals included. */
export function publicRoute(GET: Handler): Record<Method, RouteHandler> {
  const handlers = route({ GET });
  const open =
    (handler: RouteHandler, headers: Record<string, string>): RouteHandler =>
    async (request, context) => {
      const response = await handler(request, context);
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
      return response;
    };
  return {
    ...handlers,
    GET: open(handlers.GET, crossOrigin),
    HEAD: open(handlers.HEAD, crossOrigin),
    OPTIONS: open(handlers.OPTIONS, preflight),
  };
}

/** The schema of a path or query without parameters. */
export const noParameters = z.object({});

type Reading<Query, Path> = {
  query: Query;
  /** A path that its schema refuses names nothing. */
  path: Path;
  /** For how many seconds a shared cache may answer in our place. */
  sharedFor: number;
};

/** Answers a public GET from what `read` finds, null being a 404; the caller who has it already gets a 304. */
export function publicRead<Query extends z.ZodObject, Path extends z.ZodObject>(
  { query, path, sharedFor }: Reading<Query, Path>,
  read: (input: { query: z.output<Query>; path: z.output<Path> }) => Promise<object | null>,
): Handler {
  return async (request, params) => {
    const named = path.safeParse(params);
    if (!named.success) throw new AppError("NOT_FOUND");
    const found = await read({ query: readQuery(request, query), path: named.data });
    if (found === null) throw new AppError("NOT_FOUND");
    return cacheable(request, JSON.stringify(found), sharedFor);
  };
}

function cacheable(request: Request, body: string, sharedFor: number): Response {
  const etag = etagOf(body);
  const headers = {
    ETag: etag,
    // Readers ask again each time, so that a correction overtakes the text it corrects.
    "Cache-Control": `public, max-age=0, s-maxage=${sharedFor}`,
  };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": "application/json" } });
}

/** An answer for the caller alone, which nothing on the way may keep. */
export const privateJson = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
