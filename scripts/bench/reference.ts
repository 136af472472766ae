import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer, json, text } from "node:stream/consumers";
import pg from "pg";
import sharp from "sharp";
import { z } from "zod";

// A bare server of `node:http`: what the product's answers would cost if nothing had to be done for them.
// Usage: reference.ts PORT DATABASE_URL

const [port, databaseUrl] = process.argv.slice(2);

/** An answer as it was given elsewhere. */
const keptSchema = z.object({ headers: z.array(z.string()), body: z.base64() });
type Kept = { headers: string[]; body: Buffer };

const kept = new Map<string, Kept>();
const keyOf = ({ url, headers }: IncomingMessage) => `${url} ${headers["accept-encoding"] ?? ""}`;

/** Answers from memory what it was told once. */
function get(request: IncomingMessage, response: ServerResponse): void {
  const answer = kept.get(keyOf(request));
  if (answer) response.writeHead(200, answer.headers).end(answer.body);
  else response.writeHead(404).end();
}

async function put(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { headers, body } = keptSchema.parse(await json(request));
  kept.set(keyOf(request), { headers, body: Buffer.from(body, "base64") });
  response.writeHead(204).end();
}

const reportSchema = z.object({
  text: z.string().trim().min(1).max(5000).optional(),
  urls: z.array(z.url()).max(10).optional(),
  uploadIds: z.array(z.uuid()).max(10).optional(),
  topic: z.string().max(40).optional(),
  division: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  seenOn: z.string().max(20).optional(),
  seenAt: z.iso.datetime({ offset: true }).optional(),
  note: z.string().trim().max(1000).optional(),
  contact: z.object({ email: z.email().optional(), phone: z.string().max(20).optional() }).optional(),
  locale: z.enum(["zh-CN", "en"]).optional(),
});
type Row = z.infer<typeof reportSchema> & { id: string; at: string };

const database = new pg.Client({ connectionString: databaseUrl });
await database.connect();
await database.query(`
  DROP TABLE IF EXISTS bench_reports;
  CREATE TABLE bench_reports (id uuid PRIMARY KEY, text text, urls text[], topic text, division text,
    seen_on text, note text, at timestamptz NOT NULL)`);

const insert = {
  name: "insert",
  text: `
    INSERT INTO bench_reports SELECT id, text, urls, topic, division, "seenOn", note, at
    FROM jsonb_to_recordset($1) AS given (id uuid, text text, urls text[], topic text, division text, "seenOn" text,
      note text, at timestamptz)`,
};

let waiting: { row: Row; done: (error?: unknown) => void }[] = [];
let isWriting = false;

/** Whatever has arrived while others were written is written together, with one commit. */
async function writeAll(): Promise<void> {
  if (isWriting) return;
  isWriting = true;
  while (waiting.length > 0) {
    const together = waiting;
    waiting = [];
    const written = database.query({ ...insert, values: [JSON.stringify(together.map(({ row }) => row))] });
    const error = await written.then(() => undefined).catch((reason: unknown) => reason);
    for (const { done } of together) done(error);
  }
  isWriting = false;
}

async function report(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const given = reportSchema.parse(await json(request));
  const row = { ...given, id: crypto.randomUUID(), at: new Date().toISOString() };
  await new Promise<void>((resolve, reject) => {
    waiting.push({ row, done: (error) => (error ? reject(error) : resolve()) });
    void writeAll();
  });
  answerJson(response, 201, { receipt: row.id, state: "received" });
}

/** Reads the question, and answers what it was told. */
async function match(request: IncomingMessage, response: ServerResponse): Promise<void> {
  JSON.parse(await text(request));
  get(request, response);
}

/** Takes a picture and encodes it anew as uploads are, and keeps nothing. */
async function upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  const form = await new Response(await buffer(request), { headers }).formData();
  const file = form.get("file");
  const content = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
  const { info } = await sharp(content)
    .autoOrient()
    .toColourspace("srgb")
    .webp({ quality: 85, effort: 2 })
    .toBuffer({ resolveWithObject: true });
  answerJson(response, 201, { kind: "image", bytes: content.length, width: info.width, height: info.height });
}

function answerJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) };
  response.writeHead(status, headers).end(text);
}

const posts: Record<string, typeof report> = {
  "/api/v1/reports": report,
  "/api/v1/match": match,
  "/api/v1/uploads": upload,
};

const server = createServer((request, response) => {
  if (request.method === "GET") {
    get(request, response);
    return;
  }
  const answer = request.method === "PUT" ? put : posts[request.url ?? ""];
  Promise.resolve(answer?.(request, response)).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
server.listen(Number(port), "127.0.0.1");
await once(server, "listening");
process.send?.("ready");
process.once("SIGTERM", () => process.exit());
