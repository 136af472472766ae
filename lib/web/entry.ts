import type { Actor } from "#lib/access/actor";
import type { KeyHolder } from "#lib/access/api-key";
import type { Permission } from "#lib/access/permissions";
import type { Scope } from "#lib/access/scopes";
import type { Locale } from "#lib/i18n/locale";
import type { AppError } from "#lib/platform/errors";
import type { z } from "#lib/platform/validation";
import type { Door } from "./limit-network.ts";
import type { Extras } from "./problem.ts";
import type { ProblemCode } from "./problem-text.ts";

/** Who may call: anybody, a member's application by its key, or whoever is signed in and may do this. */
export type Access = "public" | "key" | Permission;

/** Who may keep an answer: nobody; everybody, for good; a shared cache for so many seconds; each reader for so many. */
export type CacheRule = "never" | "forever" | { sharedFor: number } | { keptFor: number };

export type Method = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";

/** What is said of an operation, for whoever serves, describes or limits it. */
export type Facts = {
  method: Method;
  /** With its variable parts in braces; one that ends in `*` is as many as there are. */
  path: `/${string}`;
  /** Its name in the description of the API; what has none is not part of it. */
  id?: string;
  summary: string;
  description?: string;
  access: Access;
  /** What a key must be made for; where anybody may call, a key may still come along. */
  scope?: Scope;
  /** The door at which the calls of a network are counted. */
  limit?: Door;
  params?: z.ZodObject;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  body?: z.ZodType;
  /** The fields of a form with a file, which is read as a stream. */
  form?: z.ZodObject;
  /** `known` says what a 200 means, with the same schema, where there was already what else is made. */
  answer: { status: 200 | 201 | 204 | 303; description: string; known?: string; schema?: z.ZodType };
  /** What its use case refuses, besides what follows from the rest. */
  errors?: readonly ProblemCode[];
  cache: CacheRule;
  /** What an answer that is the same for everybody shows something of: it is kept until that changes (lib/web/pages). */
  shows?(params: Readonly<Record<string, string>>): readonly string[];
  /** Whether pages of other sites may show it in a frame; its answers say what policy allows that. */
  isFramed?: true;
};

/** By this an answer is known, from whichever load of lib it comes. */
const kind = Symbol.for("bianzhen.answer");

const isKind = (result: unknown, wanted: string): boolean =>
  typeof result === "object" && result !== null && Reflect.get(result, kind) === wanted;

/** An answer that is not JSON. */
export class Content {
  readonly [kind] = "content";
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly mediaType: string;

  constructor(body: string | Uint8Array<ArrayBuffer>, mediaType: string) {
    this.body = body;
    this.mediaType = mediaType;
  }
}

/** An expected failure, as the answer of an operation. */
export class Refusal {
  readonly [kind] = "refusal";
  readonly code: ProblemCode;
  readonly extras: Extras;

  constructor(code: ProblemCode, extras: Extras = {}) {
    this.code = code;
    this.extras = extras;
  }
}

export const isContent = (result: unknown): result is Content => isKind(result, "content");
export const isRefusal = (result: unknown): result is Refusal => isKind(result, "refusal");

/** What an operation is given of a request: what its schemas read, and who calls. */
export type Call<Who, Path, Query, Headers, Body> = {
  request: Request;
  language: Locale;
  path: z.output<Path>;
  query: z.output<Query>;
  headers: z.output<Headers>;
  body: z.output<Body>;
  /** Whose key came along. */
  holder: Who extends "key" ? KeyHolder : KeyHolder | null;
  actor: Who extends Permission ? Actor : null;
};

/** An entry of the table: the facts, and the call of the use case. */
export type Entry<
  Who extends Access,
  Path extends z.ZodObject,
  Query extends z.ZodObject,
  Headers extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> = Facts & {
  access: Who;
  params?: Path;
  query?: Query;
  headers?: Headers;
  body?: Body;
  answer: { schema?: Answer };
  /** What is found or done, as the answer's schema describes it; null is a 404. */
  run(
    call: Call<Who, Path, Query, Headers, Body>,
  ): Promise<z.input<Answer> | Content | Refusal | Response | null>;
  /** Another answer than a problem, for forms without scripts. */
  refuse?(request: Request, error: AppError): Response | null;
};

/** Every problem that an operation can answer: what its parts imply, and what its use case adds. */
export function problemsOf(facts: Facts): ReadonlySet<ProblemCode> {
  const { access, scope, limit, params, query, headers, body, form, errors = [] } = facts;
  const hasBody = body !== undefined || form !== undefined;
  const has = (isSo: boolean, ...codes: ProblemCode[]) => (isSo ? codes : []);
  return new Set([
    ...has(access !== "public" || scope !== undefined, "UNAUTHENTICATED", "FORBIDDEN"),
    ...has(limit !== undefined, "RATE_LIMITED"),
    ...has(params !== undefined, "NOT_FOUND"),
    ...has(hasBody, "BAD_REQUEST", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"),
    ...has(hasBody || query !== undefined || headers !== undefined, "VALIDATION"),
    ...errors,
    "INTERNAL",
    "UNAVAILABLE",
    "BUSY",
    ...has(facts.method !== "GET" && facts.method !== "HEAD", "FULL"),
  ]);
}

/** Whether the answer of an operation may be kept and read by everybody. */
export const isOpen = ({ cache }: Facts): boolean => cache !== "never";
