import { once } from "#lib/platform/once";
import { describeApi } from "./api-document.ts";
import { Content } from "./entry.ts";
import { type Operation, operation } from "./operation.ts";
import { deskOperations } from "./operations/desk.ts";
import { embedOperations } from "./operations/embeds.ts";
import { feedOperations } from "./operations/feeds.ts";
import { fileOperations } from "./operations/files.ts";
import { labelOperations } from "./operations/labels.ts";
import { liveOperations } from "./operations/live.ts";
import { matchOperations } from "./operations/match.ts";
import { memberOperations } from "./operations/members.ts";
import { ownOperations } from "./operations/own.ts";
import { readOperations } from "./operations/reads.ts";
import { reportOperations } from "./operations/reports.ts";
import { uploadOperations } from "./operations/uploads.ts";

/**
 * Everything that the service answers over HTTP besides its pages. Route files, the description of the API, limits and the
 * tests of access come out of this table.
 */
export const operations: readonly Operation[] = [
  ...matchOperations,
  ...reportOperations,
  ...uploadOperations,
  ...readOperations,
  ...memberOperations,
  ...labelOperations,
  operation({
    method: "GET",
    path: "/api/v1/openapi.json",
    summary: "The description of the API.",
    access: "public",
    answer: { status: 200, description: "OpenAPI 3.1." },
    cache: { sharedFor: 600 },
    run: async () => new Content(JSON.stringify(apiDocument()), "application/json"),
  }),
  ...feedOperations,
  ...embedOperations,
  ...fileOperations,
  ...deskOperations,
  ...liveOperations,
  ...ownOperations,
];

/** The description of the API, made from the schemas that validate it. */
export const apiDocument = () => once("api document", () => describeApi(operations));
