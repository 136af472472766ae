import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { config } from "#lib/platform/config";
import { handlersOf } from "#lib/web/handlers";
import { call } from "./call.ts";

const { POST } = handlersOf("/api/v1/uploads");

/** Sends a file as a program does that will not wait for its words to be read. */
export function sendFile(
  content: Uint8Array,
  headers: HeadersInit = { prefer: "respond-async" },
  name = "a.png",
) {
  const body = new FormData();
  body.append("file", new File([Uint8Array.from(content)], name, { type: "image/png" }));
  return call(POST, "/api/v1/uploads", { method: "POST", body, headers });
}

/** Every file that is kept, by its whole path. */
export async function filesOnDisk(): Promise<string[]> {
  const top = join(config.DATA_DIR, "files");
  const all = await readdir(top, { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
