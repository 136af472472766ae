import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from "zod-openapi";
import { filedSchema, matchAnswerSchema, matchQuestionSchema } from "#lib/answers/match-schema";
import {
  memberReportListSchema,
  memberReportPathSchema,
  memberReportQuerySchema,
  memberReportSchema,
} from "#lib/answers/member-report-schema";
import { replyByReceiptSchema } from "#lib/claims/schema";
import {
  receivedUploadSchema,
  uploadBodySchema,
  uploadPathSchema,
  uploadSchema,
} from "#lib/files/upload-schema";
import { idempotencyKeySchema, sentReportSchema } from "#lib/intake/api-schema";
import { challengeQuerySchema, challengeSchema } from "#lib/intake/proof";
import { receiptSchema } from "#lib/intake/schema";
import { memberListSchema } from "#lib/members/api-schema";
import { once } from "#lib/platform/once";
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
import { unsubscribeQuerySchema } from "#lib/telling/follow-schema";
import { problemSchema } from "./problem.ts";

const refusals = {
  400: "The body is not complete JSON in UTF-8.",
  401: "A key is missing, wrong, expired or revoked; `WWW-Authenticate` tells.",
  403: "The key is not made for this; `WWW-Authenticate` names the scope.",
  404: "There is nothing at this address, or the receipt is not right.",
  409: "The report is closed; nothing can be added.",
  413: "The body is too large.",
  415: "The content type is not application/json.",
  422: "A value is missing or wrong; `errors` tells which.",
  429: "Too many requests; try again after `Retry-After` seconds.",
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
        ...((code === 429 || code === 503) && { headers: z.object({ "Retry-After": z.string() }) }),
        ...((code === 401 || code === 403) && { headers: z.object({ "WWW-Authenticate": z.string() }) }),
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
  description:
    "A member's own application sends its key: its reports bear the member's name and may be more.",
  security: [{}, { memberKey: ["intake"] }],
  requestParams: { header: language.extend({ "Idempotency-Key": idempotencyKeySchema.optional() }) },
  requestBody: { required: true, ...json(sentReportSchema) },
  responses: {
    201: { description: "Filed and stored.", ...json(filedSchema) },
    ...refused(400, 401, 403, 413, 415, 422, 429, 500, 503),
  },
};

const getChallenge: ZodOpenApiOperationObject = {
  operationId: "getChallenge",
  summary: "A task for the browser that fills in a form: who has worked is not kept waiting in busy times.",
  requestParams: { header: language, query: challengeQuerySchema },
  responses: {
    200: { description: "A task, for one form and for twenty minutes.", ...json(challengeSchema) },
    ...refused(422, 429, 500),
  },
};

const findMatches: ZodOpenApiOperationObject = {
  operationId: "findMatches",
  summary: "What is known about a message, a link or a picture: published notices and claims in work.",
  requestParams: { header: language },
  requestBody: { required: true, ...json(matchQuestionSchema) },
  responses: {
    200: { description: "What is known, best first; perhaps nothing.", ...json(matchAnswerSchema) },
    ...refused(400, 413, 415, 422, 429, 500, 503),
  },
};

const sendFile: ZodOpenApiOperationObject = {
  operationId: "sendFile",
  summary: "Send a picture, a PDF, a film or a sound for a report that is filed afterwards.",
  description:
    "With `Prefer: respond-async` the answer does not wait for the words in a picture to be read. A browser is known by a cookie; to any other program the id carries a secret.",
  requestParams: { header: language.extend({ Prefer: z.literal("respond-async").optional() }) },
  requestBody: { required: true, content: { "multipart/form-data": { schema: uploadBodySchema } } },
  responses: {
    201: { description: "Taken and stored.", ...json(receivedUploadSchema) },
    ...refused(400, 403, 413, 415, 422, 429, 500, 503),
  },
};

const getUpload: ZodOpenApiOperationObject = {
  operationId: "getUpload",
  summary: "An upload, for whoever sent it.",
  requestParams: { header: language, path: uploadPathSchema },
  responses: {
    200: { description: "Found.", ...json(uploadSchema) },
    ...refused(404, 500, 503),
  },
};

const lookUpReport: ZodOpenApiOperationObject = {
  operationId: "lookUpReport",
  summary: "Where a report stands, by its receipt.",
  requestParams: { header: language },
  requestBody: { required: true, ...json(receiptSchema) },
  responses: {
    200: { description: "Found.", ...json(trackingSchema) },
    ...refused(400, 404, 413, 415, 422, 429, 500, 503),
  },
};

const replyByReceipt: ZodOpenApiOperationObject = {
  operationId: "replyByReceipt",
  summary: "Answers the desk's question, or adds to an open report, by its receipt.",
  requestParams: { header: language },
  requestBody: { required: true, ...json(replyByReceiptSchema) },
  responses: {
    204: { description: "Stored, without personal details." },
    ...refused(400, 404, 409, 413, 415, 422, 429, 500, 503),
  },
};

const unsubscribe = {
  get: {
    operationId: "askToUnsubscribe",
    summary: "Leads to the page with the button; a GET changes nothing.",
    requestParams: { query: unsubscribeQuerySchema },
    responses: { 303: { description: "The page." }, ...refused(422, 500) },
  },
  post: {
    operationId: "unsubscribe",
    summary: "One-click unsubscription (RFC 8058): nothing more is sent to the address.",
    requestParams: { query: unsubscribeQuerySchema },
    responses: { 204: { description: "Done, now or before." }, ...refused(404, 422, 500, 503) },
  },
} satisfies Record<string, ZodOpenApiOperationObject>;

/** A GET of what belongs to a member, for the key of its application. */
const readOwn = (operationId: string, summary: string, schema: z.ZodType, parameters: Parameters = {}) => ({
  get: {
    operationId,
    summary,
    security: [{ memberKey: ["intake"] }],
    requestParams: { ...parameters, header: language },
    responses: {
      200: { description: "Found.", ...json(schema) },
      ...refused(401, 403, ...(parameters.path ? ([404] as const) : []), 422, 500, 503),
    },
  } satisfies ZodOpenApiOperationObject,
});

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
      "/api/v1/challenge": { get: getChallenge },
      "/api/v1/match": { post: findMatches },
      "/api/v1/reports": { post: fileReport },
      "/api/v1/uploads": { post: sendFile },
      "/api/v1/uploads/{id}": { get: getUpload },
      "/api/v1/reports/lookup": { post: lookUpReport },
      "/api/v1/reports/reply": { post: replyByReceipt },
      "/api/v1/unsubscribe": unsubscribe,
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
      "/api/v1/member/reports": readOwn(
        "listOwnReports",
        "What the member's own applications filed, newest first.",
        memberReportListSchema,
        { query: memberReportQuerySchema },
      ),
      "/api/v1/member/reports/{id}": readOwn(
        "getOwnReport",
        "One report that the member's own applications filed.",
        memberReportSchema,
        { path: memberReportPathSchema },
      ),
    },
    components: {
      securitySchemes: {
        memberKey: { type: "http", scheme: "bearer", description: "The key of a member's own application." },
      },
    },
  });

/** The description of the API, made from the schemas that validate it. */
export const apiDocument = (): ReturnType<typeof build> => once("api document", build);
