import { createServer, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { minutes } from "#lib/platform/clock";
import { liveHub } from "../live/hub.ts";
import type { Render } from "../pages/make-page.ts";
import type { Pages } from "../pages/pages.ts";
import { answerHeaders } from "./answer-headers.ts";
import { countFrame } from "./count-frame.ts";
import { type Address, isMethod, readAddress, settle } from "./doors.ts";
import { frame } from "./frame.ts";
import { formHearer } from "./hear-form.ts";
import { CountedMessage } from "./incoming.ts";
import { operationAt, operator } from "./operate.ts";
import { plainPage, sayPlainly } from "./plain-page.ts";
import { pageReader } from "./read-page.ts";
import { send } from "./send.ts";

export type Parts = {
  /** The framework, which renders pages and hears forms. */
  render: Render;
  /** The page cache; without one every page is rendered when it is asked for, as while developing. */
  pages: Pages | null;
  /** Answers with a file of the build, or goes on. */
  assets: (request: CountedMessage, response: ServerResponse, next: () => void) => void;
};

const settings = {
  IncomingMessage: CountedMessage,
  // Who sends nothing is not waited for: neither with the first line, nor in the middle, nor between two requests.
  headersTimeout: 15_000,
  requestTimeout: minutes(10),
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  noDelay: true,
};
/** Nothing came of a request for so long. */
const SENDING = 30_000;
/** It has come, and is being answered: a picture may be read, and a slow reader may read. */
const ANSWERING = minutes(5);

/**
 * The one listener: every request passes the doors here, and is answered by an operation, from the page cache, from the files
 * of the build, or by the framework.
 */
export function makeServer({ render, pages, assets }: Parts): Server<typeof CountedMessage> {
  const framed = frame(render, pages === null);
  const operate = operator(pages);
  const hearForm = formHearer(framed);
  const readPage = pages && pageReader(render, pages, framed);

  function answer(request: CountedMessage, response: ServerResponse): void {
    const { method, url = "", headers } = request;
    const isRead = method === "GET" || method === "HEAD";
    // Whoever brings a key may be answered otherwise than everybody.
    const kept = isRead && headers.authorization === undefined ? pages?.fresh(url) : undefined;
    if (kept) {
      countFrame(request);
      send(request, response, { finished: kept, served: "hit" });
    } else {
      for (const [name, value] of Object.entries(answerHeaders)) response.setHeader(name, value);
      const address = readAddress(url);
      if (!isMethod(method)) sayPlainly(response, 405, "badMethod", { Allow: "GET, HEAD, POST" });
      else if (!address) sayPlainly(response, 400, "badAddress");
      else passOn(request, response, address, isRead);
    }
  }

  function passOn(
    request: CountedMessage,
    response: ServerResponse,
    address: Address,
    isRead: boolean,
  ): void {
    settle(request);
    const wait = () => request.socket.setTimeout(ANSWERING);
    if (isRead) wait();
    else request.once("end", wait);
    const operation = operationAt(address);
    if (operation) operate(request, response, address, operation);
    else if (!isRead) void hearForm(request, response);
    else if (!readPage) void framed(request, response);
    else assets(request, response, () => void readPage(request, response, address));
  }

  const server = createServer(settings, answer as Parameters<typeof createServer>[1]);
  server.setTimeout(SENDING);
  server.on("clientError", refuse);
  return server as Server<typeof CountedMessage>;
}

/** What is not even a request is told so, with all that an answer carries, and is over. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  // In the middle of an answer another one would be a part of it, as Node's own server knows.
  const isAnswering = Reflect.get(socket, "_httpMessage")?.headersSent === true;
  if (error.code === "ECONNRESET" || !socket.writable || isAnswering) return void socket.destroy();
  const status =
    error.code === "HPE_HEADER_OVERFLOW" ? 431 : error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
  const body = plainPage(status, "badAddress");
  const headers = {
    ...answerHeaders,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
  socket.destroySoon();
}

/** Takes nothing new, and ends when what is under way is answered, or its patience is over; streams end at once. */
export async function drain(server: Server, patienceMs = 8_000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const silenced = liveHub().close();
  const insist = setTimeout(() => server.closeAllConnections(), patienceMs);
  await Promise.all([closed, silenced]);
  clearTimeout(insist);
}
