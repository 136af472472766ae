import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

/** A request as it is asked again and again. */
export type Shot = {
  method?: "GET" | "POST";
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer<ArrayBuffer>;
  /** Told what was answered. */
  heard?: (body: string) => void;
};

/** What is asked, in turn, or a new one each time. */
export type Shots = readonly Shot[] | (() => Shot);

export type Fired = {
  /** How long each answer took, in milliseconds. */
  times: number[];
  refused: number;
  failed: number;
  /** From the first question to the last answer. */
  seconds: number;
  /** What this cost the program that asks, as a share of one processor. */
  busy: number;
};

type Round = { bytes: Buffer; heard: Shot["heard"] };
type Counts = Pick<Fired, "times" | "refused" | "failed"> & { isOver: boolean };

/**
 * Asks over so many connections, one question at a time on each, for so many seconds and until the last is answered. It reads of an answer no more than where
 * it ends, for a client of the usual kind costs more than the server that is measured.
 */
export async function fire(
  url: string,
  shots: Shots,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Fired> {
  const { hostname, port, host } = new URL(url);
  const toRound = (shot: Shot): Round => ({ bytes: write(shot, host), heard: shot.heard });
  const rounds = typeof shots === "function" ? null : shots.map(toRound);
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      await once(socket, "connect");
      return socket;
    }),
  );
  const counts: Counts = { times: [], refused: 0, failed: 0, isOver: false };
  const [cpu, startedAt] = [process.cpuUsage(), performance.now()];
  const conversations = sockets.map((socket, number) => {
    // Each starts at another place, so that they do not all ask the same at once.
    let turn = number * 7;
    const next = rounds ? () => rounds[turn++ % rounds.length] : () => toRound((shots as () => Shot)());
    return converse(socket, next as () => Round, counts);
  });
  await pause(seconds * 1000);
  counts.isOver = true;
  // What was asked is answered: it would be work that nobody counts, and that whoever is measured next pays for.
  const isAnswered = Promise.all(conversations).then(() => true);
  if (!(await Promise.race([isAnswered, pause(PATIENCE, false)]))) counts.failed += 1;
  const { user, system } = process.cpuUsage(cpu);
  const took = (performance.now() - startedAt) / 1000;
  for (const socket of sockets) socket.destroy();
  const { times, refused, failed } = counts;
  return { times, refused, failed, seconds: took, busy: (user + system) / 1e6 / took };
}

const PATIENCE = 20_000;

function write({ method = "GET", path, headers = {}, body }: Shot, host: string): Buffer {
  const content = Buffer.from(body ?? "");
  const all = { Host: host, ...headers, ...(body !== undefined && { "Content-Length": content.length }) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n`), content]);
}

/** One connection: asks, reads to the end of the answer, asks again, until it is over. */
function converse(socket: Socket, next: () => Round, counts: Counts): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let round: Round;
  let askedAt = 0;
  let answer: Answer | null = null;
  const ask = () => {
    round = next();
    answer = null;
    askedAt = performance.now();
    socket.write(round.bytes);
  };
  const fail = () => {
    counts.failed += 1;
    resolve();
  };
  socket.on("data", (chunk) => {
    answer ??= new Answer(round.heard !== undefined);
    answer.take(chunk);
    if (!answer.isWhole) return;
    if (answer.status >= 300) counts.refused += 1;
    else counts.times.push(performance.now() - askedAt);
    round.heard?.(answer.body);
    if (!counts.isOver) return ask();
    socket.off("close", fail);
    resolve();
  });
  // Each failure closes the connection, too.
  socket.on("error", () => {});
  socket.once("close", fail);
  ask();
  return promise;
}

const END = Buffer.from("\r\n0\r\n\r\n");

/** An answer as it comes in, of which nothing is understood but its status and its end. */
class Answer {
  status = 0;
  isWhole = false;
  #head: Buffer | null = Buffer.alloc(0);
  #left = 0;
  /** The last bytes of what comes in pieces: nothing follows the empty one that ends it. */
  #tail: Buffer | null = null;
  readonly #kept: Buffer[] | null;

  constructor(keepsBody: boolean) {
    this.#kept = keepsBody ? [] : null;
  }

  get body(): string {
    return Buffer.concat(this.#kept ?? []).toString();
  }

  take(chunk: Buffer): void {
    if (this.#head === null) {
      this.#takeBody(chunk);
      return;
    }
    const head = this.#head.length > 0 ? Buffer.concat([this.#head, chunk]) : chunk;
    const end = head.indexOf("\r\n\r\n");
    this.#head = end < 0 ? head : null;
    if (end < 0) return;
    const words = head.toString("latin1", 0, end);
    this.status = Number(words.slice(9, 12));
    if (/\r\ntransfer-encoding: *chunked/i.test(words)) this.#tail = Buffer.from("\r\n");
    else this.#left = Number(/\r\ncontent-length: *(\d+)/i.exec(words)?.[1] ?? 0);
    this.#takeBody(head.subarray(end + 4));
  }

  #takeBody(chunk: Buffer): void {
    this.#kept?.push(chunk);
    if (this.#tail) {
      this.#tail = Buffer.concat([this.#tail, chunk.subarray(-END.length)]).subarray(-END.length);
      this.isWhole = this.#tail.equals(END);
    } else {
      this.#left -= chunk.length;
      this.isWhole = this.#left <= 0;
    }
  }
}
