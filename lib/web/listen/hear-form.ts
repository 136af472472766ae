import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { withStatus } from "../form-status.ts";
import { isFromHere } from "../from-here.ts";
import { FORM_LIMIT } from "./doors.ts";
import type { CountedMessage, PartLimit } from "./incoming.ts";
import { type PlainReason, sayPlainly } from "./plain-page.ts";

type Frame = (request: CountedMessage, response: ServerResponse) => Promise<void>;

/** Hears a form that was sent to a page: one of ours, of a size that somebody can have written, and of this build. */
export function formHearer(frame: Frame) {
  return async (request: CountedMessage, response: ServerResponse): Promise<void> => {
    const { headers } = request;
    const refusal = refusalOf(request);
    if (refusal) {
      sayPlainly(response, ...refusal);
      return;
    }
    request.limit = FORM_LIMIT;
    request.parts = partsOf(headers["content-type"]);
    request.onExcess = () => {
      if (!response.headersSent) sayPlainly(response, 413, "tooMuch");
    };
    await withStatus(response, () => {
      if (headers["next-action"] === undefined) explainFormerForm(response);
      return frame(request, response);
    });
  };
}

/** More fields than any form of ours has: taking each apart would hold up everybody else. */
const MOST_FIELDS = 1_000;

function partsOf(contentType = ""): PartLimit | undefined {
  if (/^multipart\/form-data\b/i.test(contentType)) return { mark: "form-data;", most: MOST_FIELDS };
  const isEncoded = /^application\/x-www-form-urlencoded\b/i.test(contentType);
  return isEncoded ? { mark: "&", most: MOST_FIELDS } : undefined;
}

function refusalOf({
  method,
  headers,
}: CountedMessage): [number, PlainReason, Record<string, string>?] | null {
  if (method !== "POST") return [405, "badMethod", { Allow: "GET, HEAD, POST" }];
  if (!isFromHere((name) => headers[name] as string | undefined)) return [403, "foreignForm"];
  if (Number(headers["content-length"] ?? 0) > FORM_LIMIT) return [413, "tooMuch"];
  return null;
}

/**
 * A form whose action is not of this build is one that was opened before a deployment. With scripts the page explains that by
 * itself; without them the framework's line of English is replaced by our words.
 */
function explainFormerForm(response: ServerResponse): void {
  const isFormer = () => response.hasHeader("x-nextjs-action-not-found");
  const { writeHead, write, end } = response;
  const set = (ways: Partial<ServerResponse>) => void Object.assign(response, ways);
  set({
    writeHead: ((status: number, headers?: OutgoingHttpHeaders) =>
      isFormer() ? response : writeHead.call(response, status, headers)) as typeof writeHead,
    write: ((...args: Parameters<typeof write>) => isFormer() || write.apply(response, args)) as typeof write,
    end: ((...args: Parameters<typeof end>) => {
      set({ writeHead, write, end });
      if (!isFormer()) return end.apply(response, args);
      response.removeHeader("Content-Encoding");
      sayPlainly(response, 409, "formerForm");
      return response;
    }) as typeof end,
  });
}
