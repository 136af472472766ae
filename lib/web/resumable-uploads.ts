import { createReadStream } from "node:fs";
import { join } from "node:path";
import { Server } from "@tus/server";
import { pendingUploads } from "#lib/files/arrivals";
import { UPLOAD_LIMIT, type UploadKind } from "#lib/files/media";
import { assertPendingRoom } from "#lib/files/pending-room";
import { receiveUpload } from "#lib/files/receive-upload";
import { hashUploadOwner } from "#lib/files/upload-owner";
import { findUpload } from "#lib/files/upload-queries";
import { appErrorStatus, isAppError } from "#lib/platform/errors";
import { isId, newId } from "#lib/platform/id";
import { once } from "#lib/platform/once";
import { limitBytes } from "./limit-bytes.ts";
import { networkOf } from "./network.ts";
import { PrivateStore } from "./private-store.ts";
import { problem, problemOf } from "./problem.ts";

const PATH = "/api/v1/uploads/resumable";

const openStore = (): PrivateStore => once("resumable uploads", () => new PrivateStore());

/**
 * Answers a request of the tus protocol (tus.io, 1.0): a file that a bad network cut off goes on where it stopped. When
 * it is complete it is taken like any other, under the id that its address had from the start.
 */
export async function answerResumable(request: Request, owner: string): Promise<Response> {
  const id = new URL(request.url).pathname.slice(PATH.length + 1);
  await assertWelcome(request);
  const refused = id === "" ? null : await refuse(request, id, owner);
  const response = refused ?? (await serve(request, owner));
  // The library lets scripts of every site read its answers.
  for (const name of [...response.headers.keys()]) {
    if (name.startsWith("access-control-")) response.headers.delete(name);
  }
  response.headers.set("Cache-Control", "no-store");
  return response;
}

/** A file counts for its network as large as it says it will be, and is that large at most. @throws AppError FULL, RATE_LIMITED */
async function assertWelcome({ method, headers }: Request): Promise<void> {
  if (method === "PATCH") await assertPendingRoom(numberIn(headers, "content-length"));
  if (method !== "POST") return;
  const bytes = numberIn(headers, "upload-length") ?? UPLOAD_LIMIT;
  // One that is too large is refused as such.
  if (bytes > UPLOAD_LIMIT) return;
  await assertPendingRoom(bytes);
  await limitBytes({ headers }, bytes);
}

const numberIn = (headers: Headers, name: string): number | undefined => {
  const value = headers.get(name);
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
};

/** What is not the sender's is not there; what has been taken already is complete. */
async function refuse(request: Request, id: string, owner: string): Promise<Response | null> {
  if (!isId(id)) return problem(request, "NOT_FOUND");
  const pending = await openStore()
    .getUpload(id)
    .catch(() => null);
  if (pending?.metadata?.owner === nameOf(owner)) {
    // All of it came, and then something kept it from being taken.
    if (request.method !== "HEAD" || pending.offset !== pending.size) return null;
    const late = await take(request, id, owner);
    return late.ok ? complete(late.bytes) : problemOf(request, late.error);
  }
  const taken = request.method === "HEAD" ? await findUpload(id, owner) : null;
  return taken ? complete(taken.bytes) : problem(request, "NOT_FOUND");
}

const complete = (bytes: number): Response =>
  new Response(null, {
    headers: { "Tus-Resumable": "1.0.0", "Upload-Offset": String(bytes), "Upload-Length": String(bytes) },
  });

const nameOf = (owner: string): string => hashUploadOwner(owner).toString("hex");

const serve = (request: Request, owner: string): Promise<Response> =>
  new Server({
    path: PATH,
    datastore: openStore(),
    relativeLocation: true,
    maxSize: UPLOAD_LIMIT,
    namingFunction: newId,
    onUploadCreate: async () => ({ metadata: { owner: nameOf(owner) } }),
    onUploadFinish: async (_, { id }) => {
      const answer = await finish(request, id, owner);
      const headers = Object.fromEntries(answer.headers);
      return { status_code: answer.status, headers, body: await answer.text() };
    },
  }).handleWeb(request);

async function finish(request: Request, id: string, owner: string): Promise<Response> {
  const taken = await take(request, id, owner);
  return taken.ok
    ? Response.json({ id, kind: taken.kind, bytes: taken.bytes })
    : problemOf(request, taken.error);
}

type Taken = { ok: true; kind: UploadKind; bytes: number } | { ok: false; error: unknown };

const taking = once("uploads being taken", () => new Map<string, Promise<Taken>>());

/** Takes a file that is complete, once, however many requests say so at the same time. */
function take(request: Request, id: string, owner: string): Promise<Taken> {
  const running = taking.get(id);
  if (running) return running;
  const work = takeNow(request, id, owner).finally(() => taking.delete(id));
  taking.set(id, work);
  return work;
}

async function takeNow(request: Request, id: string, owner: string): Promise<Taken> {
  const taken = await receive(request, id, owner);
  // What cannot be taken just now stays, and is taken when its sender asks again; what is refused for good goes.
  if (taken.ok || isForGood(taken.error))
    await openStore()
      .remove(id)
      .catch(() => {});
  return taken;
}

async function receive(request: Request, id: string, owner: string): Promise<Taken> {
  try {
    const content = createReadStream(join(pendingUploads(), id));
    const { kind, bytes } = await receiveUpload(content, owner, { id, network: networkOf(request) });
    return { ok: true, kind, bytes };
  } catch (error) {
    // Another process may have been first, or this one before it was killed.
    const before = await findUpload(id, owner).catch(() => null);
    return before ? { ok: true, kind: before.kind, bytes: before.bytes } : { ok: false, error };
  }
}

const isForGood = (error: unknown): boolean =>
  isAppError(error) && appErrorStatus[error.code] < 500 && error.code !== "RATE_LIMITED";
