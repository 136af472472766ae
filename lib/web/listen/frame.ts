import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { isReaderView } from "#lib/i18n/addresses";
import { log } from "#lib/platform/log";
import type { Render } from "../pages/make-page.ts";
import { contentPolicy, FRAME_OPTIONS } from "./answer-headers.ts";
import { tellInside } from "./doors.ts";
import type { CountedMessage } from "./incoming.ts";

/**
 * Hands a request to the framework. Its answer may run the scripts that carry this answer's nonce, which the framework finds
 * in the policy on the request.
 */
export function frame(render: Render, isDevelopment: boolean) {
  return async (request: CountedMessage, response: ServerResponse): Promise<void> => {
    const nonce = randomBytes(16).toString("base64");
    const isShown = isReaderView(request.url ?? "/");
    const policy = contentPolicy([`'nonce-${nonce}'`], isDevelopment, { shows: !isShown, isShown });
    tellInside(request, "content-security-policy", policy);
    tellInside(request, "x-asked-for", request.url ?? "/");
    response.setHeader("Content-Security-Policy", policy);
    if (isShown) response.setHeader(FRAME_OPTIONS, "SAMEORIGIN");
    // Whoever leaves in the middle takes nothing else along.
    response.on("error", () => {});
    try {
      await render(request, response as Parameters<Render>[1]);
    } catch (error) {
      if (!response.headersSent) response.writeHead(500).end();
      log.error({ err: error, path: request.url }, "the framework failed");
    }
  };
}
