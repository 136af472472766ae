import { readApiKey, requireApiKey } from "#lib/access/api-key";
import { can } from "#lib/access/can";
import { AppError, isAppError } from "#lib/platform/errors";
import { z } from "#lib/platform/validation";
import { readJson } from "./body.ts";
import {
  type Access,
  type CacheRule,
  type Call,
  Content,
  type Entry,
  type Facts,
  isContent,
  isRefusal,
} from "./entry.ts";
import { etagOf, isKnown } from "./etag.ts";
import { preferredLanguage } from "./language.ts";
import { limitNetwork } from "./limit-network.ts";
import { isFromOurselves } from "./own-token.ts";
import type { KeptPages } from "./pages/kept.ts";
import { readHeaders, readPath, readQuery } from "./parameters.ts";
import { problem } from "./problem.ts";
import { findActor } from "./session.ts";

/** Answers a request as the entry says: counts it, asks who calls, reads what was sent, runs the use case. */
export async function answerTo<
  Who extends Access,
  Path extends z.ZodObject,
  Query extends z.ZodObject,
  Headers extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  entry: Entry<Who, Path, Query, Headers, Body, Answer>,
  request: Request,
  params: object,
  kept: KeptPages,
): Promise<Response> {
  try {
    if (entry.limit) await limitNetwork(request, entry.limit);
    if (entry.access === "token" && !isFromOurselves(request)) return new Response(null, { status: 401 });
    const call = {
      ...(await whoCalls(entry, request)),
      path: readPath(params, entry.params ?? nothing),
      query: entry.query && readQuery(request, entry.query),
      headers: readHeaders(request, entry.headers ?? nothing),
      body: entry.body && (await readJson(request, entry.body)),
      language: preferredLanguage(request),
      request,
      kept,
    };
    return respond(entry, request, await entry.run(call as Call<Who, Path, Query, Headers, Body>));
  } catch (error) {
    const refused = isAppError(error) ? entry.refuse?.(request, error) : null;
    if (!refused) throw error;
    return refused;
  }
}

const nothing = z.object({});

/** The key or the session of a request. @throws AppError UNAUTHENTICATED or FORBIDDEN */
async function whoCalls({ access, scope }: Facts, request: Request) {
  if (access === "public" || access === "token")
    return { holder: scope ? await readApiKey(request, scope) : null, actor: null };
  if (access === "key") {
    if (!scope) throw new Error("a key is made for something");
    return { holder: await requireApiKey(request, scope), actor: null };
  }
  const actor = await findActor(request);
  if (!actor) throw new AppError("UNAUTHENTICATED");
  if (!can(actor, access)) throw new AppError("FORBIDDEN");
  return { holder: null, actor };
}

function respond({ answer: { status }, cache }: Facts, request: Request, result: unknown): Response {
  if (result === null) throw new AppError("NOT_FOUND");
  if (isRefusal(result)) return problem(request, result.code, result.extras);
  const headers = new Headers({ "Cache-Control": cacheControl(cache) });
  if (result instanceof Response) {
    if (!result.headers.has("cache-control")) result.headers.set("Cache-Control", cacheControl(cache));
    return result;
  }
  if (result === undefined) return new Response(null, { status, headers });
  const { body, mediaType } = isContent(result)
    ? result
    : new Content(JSON.stringify(result), "application/json");
  if (cache !== "never") {
    const etag = etagOf(body);
    headers.set("ETag", etag);
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  }
  headers.set("Content-Type", mediaType);
  return new Response(body, { status, headers });
}

function cacheControl(rule: CacheRule): string {
  if (rule === "never") return "no-store";
  if (rule === "forever") return "public, max-age=31536000, immutable";
  // Readers ask again each time, so that a correction overtakes the text it corrects.
  if ("sharedFor" in rule) return `public, max-age=0, s-maxage=${rule.sharedFor}`;
  return `public, max-age=${rule.keptFor}`;
}
