import type { ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { log } from "#lib/platform/log";
import type { Method } from "../entry.ts";
import { noHandlers } from "../handlers.ts";
import { continuationOf } from "../lasting-answer.ts";
import { type Finished, finish } from "../pages/finish.ts";
import type { Pages } from "../pages/pages.ts";
import { problem } from "../problem.ts";
import { wholeBodyOf } from "../whole-answer.ts";
import { answerHeaders, FILE_POLICY, FRAME_OPTIONS } from "./answer-headers.ts";
import { countFrame } from "./count-frame.ts";
import type { Address } from "./doors.ts";
import { type FoundOperation, findOperation } from "./find-operation.ts";
import type { CountedMessage } from "./incoming.ts";
import { send } from "./send.ts";

const nothing: FoundOperation = { handlers: noHandlers, kept: null, params: {} };

/** Answers what operations answer, and everything else under /api; null for an address that is neither. */
export function operationAt({ pathname }: Address): FoundOperation | null {
  const isApi = pathname === "/api" || pathname.startsWith("/api/");
  return findOperation(pathname) ?? (isApi ? nothing : null);
}

/** Answers a request by its operation; what is the same for everybody comes from the cache. */
export function operator(pages: Pages | null) {
  return (
    request: CountedMessage,
    response: ServerResponse,
    address: Address,
    found: FoundOperation,
  ): void => {
    const { pathname } = address;
    if (found.kept?.isFramed) response.removeHeader(FRAME_OPTIONS);
    if (pathname.includes("/files/")) letNothingRun(response, pathname.startsWith("/files/"));
    const kept = pages && isRead(request) ? keptAddress(found, address) : null;
    const answer = kept && pages?.answer(kept, () => finishAnswer(found, kept.key)).catch(() => null);
    Promise.resolve(answer)
      .then((made) => {
        if (!made) return operate(request, response, found);
        countFrame(request);
        send(request, response, made);
      })
      .catch((error: unknown) => log.error({ err: error, pathname }, "an answer could not be sent"));
  };
}

const isRead = ({ method, headers }: CountedMessage): boolean =>
  (method === "GET" || method === "HEAD") && headers.authorization === undefined;

/** Nothing in what a citizen sent ever runs here, whatever it turns out to be. */
function letNothingRun(response: ServerResponse, isPublic: boolean): void {
  response.setHeader("Content-Security-Policy", FILE_POLICY);
  response.setHeader("Cross-Origin-Resource-Policy", isPublic ? "cross-origin" : "same-origin");
}

function operate(
  request: CountedMessage,
  response: ServerResponse,
  { handlers, params }: FoundOperation,
): void {
  const handle = getRequestListener(
    async (asked) => {
      const answer = await handlers[request.method as Method](asked, { params: Promise.resolve(params) });
      return sendWhole(answer, response) || goOn(answer, response) ? RESPONSE_ALREADY_SENT : answer;
    },
    {
      overrideGlobalObjects: false,
      errorHandler: () => problem(new Request("http://unreadable.invalid/"), "BAD_REQUEST"),
    },
  );
  void handle(request, response);
}

/** Sends an answer that is at hand as a whole; whether it is. */
function sendWhole(answer: Response, response: ServerResponse): boolean {
  const body = wholeBodyOf(answer);
  if (body === undefined) return false;
  setHeaders(answer, response);
  response.setHeader("Content-Length", Buffer.byteLength(body));
  response.writeHead(answer.status).end(body);
  return true;
}

/** Leaves the connection to an answer that goes on; whether it does. */
function goOn(answer: Response, response: ServerResponse): boolean {
  const continuation = continuationOf(answer);
  if (!continuation) return false;
  setHeaders(answer, response);
  response.shouldKeepAlive = false;
  response.writeHead(answer.status).flushHeaders();
  continuation(response);
  return true;
}

function setHeaders(answer: Response, response: ServerResponse): void {
  for (const [name, value] of answer.headers) {
    if (name === "set-cookie") response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
}

/** The one address of an answer, whatever else its query says; null for what cannot be kept for all. */
function keptAddress({ kept, params }: FoundOperation, { pathname, search }: Address) {
  // Escaped, one address would be many.
  if (!kept?.shows || pathname.includes("%")) return null;
  const given = new URLSearchParams(search);
  const names = Object.keys(kept.query?.shape ?? {}).filter((name) => given.has(name));
  if (names.includes("q") || names.some((name) => given.getAll(name).length > 1)) return null;
  const query = new URLSearchParams(names.map((name) => [name, given.get(name) ?? ""])).toString();
  return {
    key: query ? `${pathname}?${query}` : pathname,
    tags: kept.shows(params),
    status: 200,
    isKept: true,
    isLasting: names.length === 0 && Object.keys(params).length === 0,
    exists: async () => true,
  } as const;
}

/** An answer as nobody in particular gets it; null for a refusal, which has a language. */
async function finishAnswer(
  { handlers, kept, params }: FoundOperation,
  key: string,
): Promise<Finished | null> {
  const answer = await handlers.GET(new Request(`http://kept.invalid${key}`), {
    params: Promise.resolve(params),
  });
  if (answer.status >= 500) throw new Error(`${key} cannot be answered: ${answer.status}`);
  if (answer.status !== 200) return null;
  const said = new Headers({ ...answerHeaders });
  for (const [name, value] of answer.headers) said.set(name, value);
  said.delete("ETag");
  if (kept?.isFramed) said.delete(FRAME_OPTIONS);
  const body = wholeBodyOf(answer) ?? new Uint8Array(await answer.arrayBuffer());
  const bytes = typeof body === "string" ? Buffer.from(body) : Buffer.from(body);
  return finish(200, [...said].flat(), bytes, answer.headers.get("etag") ?? undefined);
}
