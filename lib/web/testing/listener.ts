import { once } from "node:events";
import { request as ask, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { drain, makeServer } from "../listen/server.ts";
import type { Render } from "../pages/make-page.ts";
import { Pages } from "../pages/pages.ts";

type Heard = { method: string; url: string; headers: IncomingHttpHeaders; body: string };

const sayPage: Render = (_, response) => void response.end("<p>page</p>");

/** What came to the framework, of which this server knows only what it says. */
export const framework: { asked: Heard[]; say: Render } = { asked: [], say: sayPage };

export const pages = new Pages();

/** The listener over real sockets, in front of a framework that says what a test wants. */
const server = makeServer({
  render: async (request, response) => {
    const body = await text(request).catch(() => "cut off");
    const { method = "", url = "", headers } = request;
    framework.asked.push({ method, url, headers: { ...headers }, body });
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    framework.say(request, response);
  },
  pages,
  assets: (_request, _response, next) => next(),
});
/** Where it listens. */
export const listening = { port: 0 };

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  listening.port = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  framework.asked = [];
  framework.say = sayPage;
  for (const key of ["/", "/about", "/en/about", "/-", "/en/-", "/debunks"]) pages.store.delete(key);
});
afterAll(() => drain(server, 0));

export type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

/** One request on a connection of its own, with its path as it stands here. */
export async function get(path: string, { method = "GET", headers = {}, body }: Asked = {}) {
  const sent = ask({ host: "127.0.0.1", port: listening.port, path, method, headers, agent: false });
  // A refusal may come before the whole body is sent.
  sent.on("error", () => {});
  sent.end(body);
  const [answer] = await once(sent, "response");
  const bytes = Buffer.concat(await answer.toArray());
  return { status: answer.statusCode, headers: answer.headers, bytes, text: bytes.toString() };
}

/** What a server answers to bytes that need not be a request. */
export async function raw(bytes: string): Promise<string> {
  const socket = connect(listening.port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(bytes);
  return text(socket);
}

const always = {
  "content-security-policy": /default-src 'self'; script-src 'self'[^;]*;.*frame-ancestors 'none'/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^strict-origin-when-cross-origin$/,
  "cross-origin-opener-policy": /^same-origin$/,
};
/** What every answer carries. */
export function expectHeaders(headers: IncomingHttpHeaders): void {
  for (const [name, value] of Object.entries(always)) expect.soft(headers[name], name).toMatch(value);
  expect.soft(String(headers["content-security-policy"])).not.toMatch(/script-src[^;]*'unsafe-inline'/);
}

/** Of a page of this site. */
export const fromHere = () => ({ origin: `http://127.0.0.1:${listening.port}` });
