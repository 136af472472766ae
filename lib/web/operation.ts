import type { z } from "#lib/platform/validation";
import { answerTo } from "./answer.ts";
import type { Access, Entry, Facts } from "./entry.ts";
import type { KeptPages } from "./pages/kept.ts";

export type Operation = Facts & {
  /** Answers a request, or throws what `problemOf` makes a problem of. */
  handle(request: Request, params: object, kept: KeptPages): Promise<Response>;
};

/** One HTTP operation; whatever its parts imply is read, checked and refused before it runs. */
export function operation<
  const Who extends Access,
  Path extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Headers extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodUndefined,
>(entry: Entry<Who, Path, Query, Headers, Body, Answer>): Operation {
  const { run, refuse, ...facts } = entry;
  return { ...facts, handle: (request, params, kept) => answerTo(entry, request, params, kept) };
}
