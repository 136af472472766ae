import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from "zod-openapi";
import { filedSchema, idempotencyKeySchema } from "#lib/intake/api-schema";
import { receiptSchema, reportSchema } from "#lib/intake/schema";
import { memberListSchema } from "#lib/members/api-schema";
import { problemSchema } from "#lib/platform/http/problem";
import { z } from "#lib/platform/validation";
import {
  debunkListSchema,
  debunkPathSchema,
  debunkSchema,
  debunkVersionSchema,
  trackingSchema,
  versionListSchema,
  versionPathSchema,
} from "#lib/publishing/api-schema";
import { debunkFilterSchema } from "#lib/publishing/schema";
import { divisionListSchema, topicListSchema } from "#lib/reference/api-schema";

const refusals = {
  400: "The body is not complete JSON in UTF-8.",
  404: "There is nothing at this address, or the receipt is not right.",
  413: "The body is too large.",
  415: "The content type is not application/json.",
  422: "A value is missing or wrong; `errors` tells which.",
  500: "A fault of ours.",
  503: "Briefly unavailable; try again after `Retry-After` seconds.",
} as const;

type Refusal = keyof typeof refusals;

const refused = (...codes: readonly Refusal[]): Record<string, ZodOpenApiResponseObject> =>
  Object.fromEntries(
    codes.map((code) => [
      String(code),
      {
        description: refusals[code],
        content: { "application/problem+json": { schema: problemSchema } },
        ...(code === 503 && { headers: z.object({ "Retry-After": z.string() }) }),
      },
    ]),
  );

const json = (schema: z.ZodType) => ({ content: { "application/json": { schema } } });

const language = z.object({
  "Accept-Language": z
    .string()
    .optional()
    .meta({ description: "`zh-CN` (the default) or `en`: the language of sentences in the answer." }),
});

type Parameters = ZodOpenApiOperationObject["requestParams"];

/** A GET of public data, which any cache may keep and any site may read. */
const read = (operationId: string, summary: string, schema: z.ZodType, parameters: Parameters = {}) => ({
  get: {
    operationId,
    summary,
    requestParams: {
      ...parameters,
      header: language.extend({ "If-None-Match": z.string().optional() }),
    },
    responses: {
      200: { description: "Found.", headers: z.object({ ETag: z.string() }), ...json(schema) },
      304: { description: "Unchanged since the version that If-None-Match names." },
      ...refused(...(parameters.path ? ([404, 422] as const) : ([422] as const)), 500, 503),
    },
  } satisfies ZodOpenApiOperationObject,
});

const fileReport: ZodOpenApiOperationObject = {
  operationId: "fileReport",
  summary: "File a report: a text or a link that may not be true. No account is needed.",
  requestParams: { header: language.extend({ "Idempotency-Key": idempotencyKeySchema.optional() }) },
  requestBody: { required: true, ...json(reportSchema) },
  responses: {
    201: { description: "Filed and stored.", ...json(filedSchema) },
    ...refused(400, 413, 415, 422, 500, 503),
  },
};

const lookUpReport: ZodOpenApiOperationObject = {
  operationId: "lookUpReport",
  summary: "Where a report stands, by its receipt.",
  requestParams: { header: language },
  requestBody: { required: true, ...json(receiptSchema) },
  responses: {
    200: { description: "Found.", ...json(trackingSchema) },
    ...refused(400, 404, 413, 415, 422, 500, 503),
  },
};

const build = () =>
  createDocument({
    openapi: "3.1.0",
    info: {
      title: "Bianzhen 辨真",
      version: "1.0.0",
      description: "Ask whether something is true, follow the answer, and read every published notice.",
    },
    servers: [{ url: "/" }],
    paths: {
      "/api/v1/reports": { post: fileReport },
      "/api/v1/reports/lookup": { post: lookUpReport },
      "/api/v1/debunks": read(
        "listDebunks",
        "Published notices, newest first; with `q`, best first.",
        debunkListSchema,
        {
          query: debunkFilterSchema,
        },
      ),
      "/api/v1/debunks/{slug}": read("getDebunk", "A notice as it stands now.", debunkSchema, {
        path: debunkPathSchema,
      }),
      "/api/v1/debunks/{slug}/versions": read(
        "listVersions",
        "The versions of a notice, newest first.",
        versionListSchema,
        {
          path: debunkPathSchema,
        },
      ),
      "/api/v1/debunks/{slug}/versions/{n}": read(
        "getVersion",
        "A version, which never changes.",
        debunkVersionSchema,
        {
          path: versionPathSchema,
        },
      ),
      "/api/v1/topics": read("listTopics", "The topics and who is competent for them.", topicListSchema),
      "/api/v1/divisions": read(
        "listDivisions",
        "The province, its prefectures and counties.",
        divisionListSchema,
      ),
      "/api/v1/members": read("listMembers", "The members of the network.", memberListSchema),
    },
  });

let document: ReturnType<typeof build> | undefined;

/** The description of the API, made from the schemas that validate it. */
export function apiDocument(): ReturnType<typeof build> {
  document ??= build();
  return document;
}
