import { createHash } from "node:crypto";
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
import { isSameMark } from "./etag.ts";
import { isFromHere } from "./from-here.ts";
import { preferredLanguage } from "./language.ts";
import { limitNetwork } from "./limit-network.ts";
import { readHeaders, readPath, readQuery } from "./parameters.ts";
import { problem } from "./problem.ts";
import { refusalPage } from "./refusal-page.ts";
import { findActor } from "./session.ts";
import { wholeAnswer } from "./whole-answer.ts";

export type Operation = Facts & {
  /** Answers a request, or throws what `problemOf` makes a problem of. */
  handle(request: Request, params: object): Promise<Response>;
};

const nothing = z.object({});

/** One HTTP operation; whatever its parts imply is counted, asked, read and refused before its use case runs. */
export function operation<
  const Who extends Access,
  Path extends z.ZodObject = typeof nothing,
  Query extends z.ZodObject = typeof nothing,
  Headers extends z.ZodObject = typeof nothing,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodUndefined,
>({ run, refuse, ...facts }: Entry<Who, Path, Query, Headers, Body, Answer>): Operation {
  const answer = async (request: Request, params: object) => {
    if (facts.limit) await limitNetwork(request, facts.limit);
    const call = {
      ...(await whoCalls(facts, request)),
      path: readPath(params, facts.params ?? nothing),
      query: facts.query && readQuery(request, facts.query),
      headers: readHeaders(request, facts.headers ?? nothing),
      body: facts.body && (await readJson(request, facts.body)),
      language: preferredLanguage(request),
      request,
    };
    const result = await run(call as Call<Who, Path, Query, Headers, Body>);
    // What is told to the holder of a key is for nobody else.
    const cache = call.holder ? "never" : facts.cache;
    return respond({ ...facts, cache }, request, result);
  };
  // What is no part of the API is a form or a file of a page: people come to it by hand.
  const isByHand = facts.id === undefined && (facts.form !== undefined || isPermission(facts.access));
  const handle: Operation["handle"] = (request, params) =>
    answer(request, params).catch((error: unknown) => {
      const pageOf = (refusal: AppError) => (isByHand ? refusalPage(request, refusal) : null);
      const refused = isAppError(error) ? (refuse?.(request, error) ?? pageOf(error)) : null;
      if (!refused) throw error;
      return refused;
    });
  return { ...facts, handle };
}

const isPermission = (access: Access): boolean => access !== "public" && access !== "key";

/** The key or the session of a request. @throws AppError UNAUTHENTICATED or FORBIDDEN */
async function whoCalls({ access, scope }: Facts, request: Request) {
  if (access === "public") return { holder: scope ? await readApiKey(request, scope) : null, actor: null };
  if (access === "key") {
    if (!scope) throw new Error("a key is made for something");
    return { holder: await requireApiKey(request, scope), actor: null };
  }
  if (
    request.method !== "GET" &&
    request.method !== "HEAD" &&
    !isFromHere((name) => request.headers.get(name))
  )
    throw new AppError("FORBIDDEN");
  const actor = await findActor(request);
  if (!actor) throw new AppError("UNAUTHENTICATED");
  if (!can(actor, access)) throw new AppError("FORBIDDEN");
  return { holder: null, actor };
}

function respond({ answer: { status }, cache, scope }: Facts, request: Request, result: unknown): Response {
  if (result === null) throw new AppError("NOT_FOUND");
  if (isRefusal(result)) return problem(request, result.code, result.extras);
  const headers = new Headers({ "Cache-Control": cacheControl(cache) });
  if (scope && cache !== "never") headers.set("Vary", "Authorization");
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
    const known = request.headers.get("if-none-match");
    if (known !== null && isSameMark(known, etag)) return new Response(null, { status: 304, headers });
  }
  headers.set("Content-Type", mediaType);
  return wholeAnswer(body, { status, headers });
}

function cacheControl(rule: CacheRule): string {
  if (rule === "never") return "no-store";
  if (rule === "forever") return "public, max-age=31536000, immutable";
  // Readers ask again each time, so that a correction overtakes the text it corrects.
  if ("sharedFor" in rule) return `public, max-age=0, s-maxage=${rule.sharedFor}`;
  return `public, max-age=${rule.keptFor}`;
}

/** The mark of a body. Weak, because a proxy may compress it on the way. */
const etagOf = (body: string | Uint8Array): string =>
  `W/"${createHash("sha1").update(body).digest("base64url")}"`;
