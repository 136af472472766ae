import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * Where a request comes from. Each proxy adds the address that it heard from to the end of `x-forwarded-for`: with
 * `proxies` of our own in front, the one that many places before the connection is true, and whatever stands further in
 * front may be invented.
 */
export function clientAddress(connection: string, forwarded: string | undefined, proxies: number): string {
  const heard = (forwarded ?? "").split(",").flatMap((address) => address.trim() || []);
  const way = [...heard, connection];
  return way[Math.max(0, way.length - 1 - proxies)] ?? connection;
}

const START = "http.server.request.start";

/**
 * From now on `x-forwarded-for` of every request to this process is the one address of its client. Next itself takes
 * over whatever the client wrote there.
 */
export function settleClientAddresses(proxies: number): () => void {
  const settle = (message: unknown) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request;
    const forwarded = [headers["x-forwarded-for"]].flat().join(",");
    headers["x-forwarded-for"] = clientAddress(socket.remoteAddress ?? "", forwarded, proxies);
  };
  subscribe(START, settle);
  return () => void unsubscribe(START, settle);
}
