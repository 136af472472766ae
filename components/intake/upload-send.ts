import type { Upload } from "tus-js-client";
import type { UploadView } from "#lib/files/upload-queries";
import { apiHref } from "#lib/i18n/addresses";
import { shrinkPicture } from "./upload-shrink.ts";

const PATH = apiHref("/uploads");
/** Below this one request does it, and there is nothing to go on with. */
const SMALL = 256 * 1024;
const PIECE = 5 * 1024 * 1024;
const WAITS = [0, 1_000, 3_000, 5_000, 10_000, 20_000];
/** How often words are asked for at first, and at last; a busy machine takes its time. */
const [STEP, LONGEST_STEP] = [700, 5_000];
const PATIENCE = 180_000;

type Options = { locale: string; signal: AbortSignal; onProgress: (share: number) => void };

/** The server does not take the file, and says why in the reader's language. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** Sends a file and returns its id; on a bad network it goes on where it was cut off. */
export async function sendFile(file: File | Blob, options: Options): Promise<string> {
  const content = await shrinkPicture(file);
  if (content.size <= SMALL) return sendAtOnce(content, options);
  const tus = await import("tus-js-client").catch(() => null);
  return tus ? sendInPieces(tus.Upload, content, options) : sendAtOnce(content, options);
}

async function sendAtOnce(content: Blob, { locale, signal }: Options): Promise<string> {
  const body = new FormData();
  body.append("file", content);
  const headers = { "Accept-Language": locale, Prefer: "respond-async" };
  const response = await fetch(PATH, { method: "POST", body, headers, signal });
  const answer = await response.text();
  if (!response.ok) throw refusalIn(response.status, answer);
  const { id }: { id: string } = JSON.parse(answer);
  return id;
}

function sendInPieces(
  Resumable: typeof Upload,
  content: Blob,
  { locale, signal, onProgress }: Options,
): Promise<string> {
  return new Promise((done, fail) => {
    const upload = new Resumable(content, {
      endpoint: `${PATH}/resumable`,
      chunkSize: PIECE,
      retryDelays: WAITS,
      headers: { "Accept-Language": locale },
      removeFingerprintOnSuccess: true,
      onProgress: (sent, total) => onProgress(sent / total),
      // Its address ends with its id, from the first request on.
      onSuccess: () => done(upload.url?.split("/").at(-1) ?? ""),
      onError: (error) => {
        const response = "originalResponse" in error ? error.originalResponse : null;
        fail(response ? refusalIn(response.getStatus(), response.getBody()) : error);
      },
    });
    signal.addEventListener("abort", () => {
      void upload.abort(true).catch(() => {});
      fail(signal.reason);
    });
    upload.start();
  });
}

function refusalIn(status: number, body: string): Error {
  if (status < 400 || status >= 500) return new Error(`HTTP ${status}`);
  try {
    const { errors, detail }: { errors?: { message: string }[]; detail?: string } = JSON.parse(body);
    return new Refused(errors?.[0]?.message ?? detail ?? "");
  } catch {
    return new Refused("");
  }
}

/** Waits for the words in a picture to be read; null when that takes too long. */
export async function awaitWords(id: string, signal: AbortSignal): Promise<UploadView | null> {
  let step = STEP;
  for (let waited = 0; waited < PATIENCE; waited += step) {
    const response = await fetch(`${PATH}/${id}`, { signal });
    const view: UploadView | null = response.ok ? await response.json() : null;
    if (view && view.reading !== "waiting") return view;
    await new Promise((done) => setTimeout(done, step));
    step = Math.min(LONGEST_STEP, 1.2 * step);
    signal.throwIfAborted();
  }
  return null;
}
