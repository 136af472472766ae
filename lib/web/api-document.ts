import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from "zod-openapi";
import { z } from "#lib/platform/validation";
import { isOpen, problemsOf } from "./entry.ts";
import { mostPerMinute } from "./limit-network.ts";
import type { Operation } from "./operation.ts";
import { problemSchema, statusOf, typeOf } from "./problem.ts";
import { type ProblemCode, problemText } from "./problem-text.ts";

/** The description of the operations that have a name in it: OpenAPI 3.1. */
export function describeApi(operations: readonly Operation[]) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of operations) {
    if (!operation.id) continue;
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describeOperation(operation),
    };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Bianzhen 辨真",
      version: "1.0.0",
      description: "Ask whether something is true, follow the answer, and read every published notice.",
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: {
        memberKey: { type: "http", scheme: "bearer", description: "The key of a member's own application." },
      },
    },
  });
}

const common = z.object({
  "Accept-Language": z
    .string()
    .optional()
    .meta({ description: "`zh-CN` (the default) or `en`: the language of sentences in the answer." }),
});

function describeOperation(operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, description, access, scope, params, query, headers, body, form, answer } = operation;
  const open = isOpen(operation) ? z.object({ "If-None-Match": z.string().optional() }) : z.object({});
  const content = answer.schema && { content: { "application/json": { schema: answer.schema } } };
  const key = { memberKey: scope ? [scope] : [] };
  return {
    operationId: id,
    summary,
    ...(description && { description }),
    ...(scope && { security: access === "key" ? [key] : [{}, key] }),
    requestParams: {
      ...(params && { path: params }),
      ...(query && { query }),
      header: common.extend(open.shape).extend(headers?.shape ?? {}),
    },
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
    ...(form && { requestBody: { required: true, content: { "multipart/form-data": { schema: form } } } }),
    responses: {
      [answer.status]: {
        description: answer.description,
        ...(isOpen(operation) && { headers: z.object({ ETag: z.string() }) }),
        ...content,
      },
      ...(answer.known && { 200: { description: answer.known, ...content } }),
      ...(isOpen(operation) && {
        304: { description: "Unchanged since the version that If-None-Match names." },
      }),
      ...refusalsOf(operation),
    },
  };
}

function refusalsOf(operation: Operation): Record<string, ZodOpenApiResponseObject> {
  const codes = Map.groupBy(problemsOf(operation), statusOf);
  return Object.fromEntries(
    [...codes].map(([status, same]) => [
      String(status),
      {
        description: same.map((code) => wordsFor(code, operation)).join("\n\n"),
        content: { "application/problem+json": { schema: problemSchema } },
        ...((status === 429 || status === 503) && { headers: z.object({ "Retry-After": z.string() }) }),
        ...((status === 401 || status === 403) &&
          operation.scope && { headers: z.object({ "WWW-Authenticate": z.string() }) }),
      },
    ]),
  );
}

function wordsFor(code: ProblemCode, { limit }: Operation): string {
  const { title, detail } = problemText(code, "en");
  const most =
    code === "RATE_LIMITED" && limit ? ` At most ${mostPerMinute(limit)} a minute from one network.` : "";
  return `\`${typeOf(code)}\`: ${title}. ${detail}${most}`;
}
