import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = { path: string; headers: IncomingHttpHeaders; body: string };

/** How a receiver may behave, by the first part of the path that it is called by. */
const behaviours: Record<string, (response: ServerResponse, body: string) => void> = {
  ok: (response) => response.writeHead(204).end(),
  hang: () => {},
  drip: (response) => {
    response.writeHead(200);
    const drop = setInterval(() => response.write("."), 1_000);
    response.on("close", () => clearInterval(drop));
  },
  broken: (response) => response.writeHead(500).end("out of order"),
  gone: (response) => response.writeHead(410).end(),
  busy: (response) => response.writeHead(429, { "Retry-After": "7200" }).end(),
  elsewhere: (response) => response.writeHead(307, { Location: "/ok" }).end(),
  endless: (response) => {
    response.writeHead(200);
    const more = (): void => {
      while (response.write("x".repeat(65_536)));
      response.once("drain", more);
    };
    more();
    response.on("error", () => {}).on("close", () => response.removeAllListeners("drain"));
  },
  cut: (response) => response.socket?.destroy(),
};

/** A receiver of webhooks on this machine that behaves as its path says. */
export async function startReceiver() {
  const calls: Received[] = [];
  const replies = new Map<string, (response: ServerResponse, received: Received) => void>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url ?? "/";
    const received = { path, headers: request.headers, body: Buffer.concat(chunks).toString() };
    calls.push(received);
    const own = replies.get(path);
    if (own) own(response, received);
    else behaviours[path.split("/")[1] ?? ""]?.(response, received.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    calls,
    /** What a path answers instead. */
    replies,
    callsOf: (path: string) => calls.filter((call) => call.path === path),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
