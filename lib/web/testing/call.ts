import { expect } from "vitest";
import { z } from "zod";
import { apiDocument } from "#lib/web/operations";

type RouteHandler = (
  request: Request,
  context: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>;

const ORIGIN = "http://localhost:3000";

type Options = RequestInit & { params?: Record<string, string> };

/** Calls an exported handler as the server does. */
export function call(handler: RouteHandler, path: string, { params, ...init }: Options = {}) {
  return handler(new Request(`${ORIGIN}${path}`, init), { params: Promise.resolve(params) });
}

/** Posts a body, by default as JSON. */
export const post = (handler: RouteHandler, path: string, body: unknown, headers: HeadersInit = {}) =>
  call(handler, path, {
    method: "POST",
    body: typeof body === "string" || isBytes(body) ? body : JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });

const isBytes = (body: unknown): body is Uint8Array<ArrayBuffer> => body instanceof Uint8Array;

type Method = "get" | "post";

/** The body of an answer, after a check that the API document describes exactly such an answer. */
export async function described(response: Response, method: Method, path: string): Promise<unknown> {
  const contentType = response.headers.get("content-type") ?? "";
  const body: unknown = await response.json();
  const parsed = schemaOf(method, path, response.status, contentType).safeParse(body);
  expect(parsed.error, `${method} ${path} → ${response.status} ${JSON.stringify(body).slice(0, 300)}`).toBe(
    undefined,
  );
  return body;
}

function schemaOf(method: Method, path: string, status: number, contentType: string) {
  const answers = apiDocument().paths?.[path]?.[method]?.responses?.[status];
  const schema = answers && "content" in answers ? answers.content?.[contentType]?.schema : undefined;
  if (!schema) throw new Error(`The API document has no ${status} ${contentType} for ${method} ${path}.`);
  const $defs = apiDocument().components?.schemas ?? {};
  // The document keeps its parts under `components`, JSON Schema under `$defs`.
  const local = JSON.stringify({ ...schema, $defs }).replaceAll("#/components/schemas/", "#/$defs/");
  return z.fromJSONSchema(JSON.parse(local));
}
