import { once } from "node:events";
import { request } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { runNode, startNode, stop } from "../child.ts";
import { freePort } from "../postgres/free-port.ts";
import { benchEnv } from "./bench-env.ts";
import type { Shot } from "./fire.ts";
import type { Server } from "./rounds.ts";

const next = "node_modules/next/dist/bin/next";
const bare = "scripts/bench/bare-next";

export type Reference = Server & { stop(): Promise<void> };

/** Starts the bare server that the product is compared with, which writes its reports to this database. */
export async function startReference(databaseUrl: string): Promise<Reference> {
  const port = await freePort();
  const server = startNode(["scripts/bench/reference.ts", String(port), databaseUrl], benchEnv);
  const said = await Promise.race([once(server, "message"), once(server, "exit").then(() => null)]);
  if (!said) throw new Error("The reference did not start; see its message above.");
  return { url: `http://127.0.0.1:${port}`, pid: server.pid ?? 0, stop: () => stop(server) };
}

/** Builds the empty application of the framework. */
export const buildBareNext = (): Promise<string> => runNode([next, "build", bare], benchEnv);

/** Starts the empty application of the framework, as whoever uses it does. */
export async function startBareNext(): Promise<Reference> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const options = ["--hostname", "127.0.0.1", "--port", String(port)];
  const server = startNode([next, "start", join(process.cwd(), bare), ...options], benchEnv, "ignore");
  while (server.exitCode === null && server.signalCode === null) {
    if (await answers(url)) return { url, pid: server.pid ?? 0, stop: () => stop(server) };
    await pause(10);
  }
  throw new Error("The empty application did not start; see its message above.");
}

/** Whether anybody answers there, and well. */
export const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    async (answer) => {
      await answer.body?.cancel();
      return answer.ok;
    },
    () => false,
  );

/** From now on the reference answers each of these as the product does now: the very bytes, with the very headers. */
export async function mirror(from: Server, reference: Server, shots: readonly Shot[]): Promise<void> {
  for (const shot of shots) {
    const answer = JSON.stringify(await answerTo(from.url, shot));
    const headers = encodingOf(shot);
    const told = await fetch(reference.url + shot.path, { method: "PUT", headers, body: answer });
    if (!told.ok) throw new Error(`the reference cannot keep ${shot.path}: ${told.status}`);
  }
}

/** What the connection is told is said by every server for itself. */
const ofConnection = /^(?:connection|keep-alive|date|transfer-encoding|content-length)$/i;

async function answerTo(url: string, { method = "GET", path, headers = {}, body }: Shot) {
  const asked = request(url + path, { method, headers }).end(body);
  const [answer] = await once(asked, "response");
  const content = await buffer(answer);
  if (answer.statusCode !== 200) throw new Error(`${path} answers ${answer.statusCode}`);
  const raw: string[] = [];
  for (let at = 0; at < answer.rawHeaders.length; at += 2) {
    const [name = "", value = ""] = answer.rawHeaders.slice(at, at + 2);
    if (!ofConnection.test(name)) raw.push(name, value);
  }
  return { headers: [...raw, "Content-Length", String(content.length)], body: content.toString("base64") };
}

/** Of what was asked, an answer depends on the path and on this alone; fetch would add words of its own. */
const encodingOf = ({ headers = {} }: Shot) => ({ "accept-encoding": headers["accept-encoding"] ?? "" });
