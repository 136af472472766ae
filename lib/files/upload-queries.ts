import { db, type Tx } from "#lib/platform/db";
import { isId } from "#lib/platform/id";
import type { Stretch } from "#lib/wording/lines";
import type { RedactionKind } from "#lib/wording/redaction";
import type { UploadKind } from "./media.ts";
import { isOwner, splitUploadId } from "./upload-owner.ts";

const uploadSelect = {
  id: true,
  ownerHash: true,
  kind: true,
  bytes: true,
  width: true,
  height: true,
  phash: true,
  text: { select: { state: true, text: true, doubts: true, seen: true } },
} as const;

/**
 * The uploads of these ids that belong to whoever holds the secret in the id, or the `owner` of the request, in the same
 * order; null stands for one that is unknown, somebody else's or no longer kept, which nobody can tell apart.
 */
async function findOwn(given: readonly string[], owner: string | undefined, client: Tx = db) {
  const asked = given.map(splitUploadId);
  const ids = asked.map(({ id }) => id).filter(isId);
  if (ids.length === 0) return given.map(() => null);
  const rows = await client.upload.findMany({
    where: { id: { in: ids }, droppedAt: null },
    select: uploadSelect,
  });
  const found = new Map(rows.map((row) => [row.id, row]));
  return asked.map(({ id, secret }) => {
    const row = found.get(id);
    return row && isOwner(row.ownerHash, secret ?? owner) ? row : null;
  });
}

/** The ids of uploads for a report, or null when one of them is not the sender's. */
export async function findOwnIds(
  given: readonly string[],
  owner: string | undefined,
  client: Tx = db,
): Promise<string[] | null> {
  const ids = (await findOwn(given, owner, client)).map((row) => row?.id);
  return ids.every((id) => id !== undefined) ? [...new Set(ids)] : null;
}

/** An upload as its sender sees it; `reading` tells how far the reading of a picture's words has come. */
export type UploadView = {
  id: string;
  kind: UploadKind;
  bytes: number;
  width?: number;
  height?: number;
  text?: string;
  /** The parts of the text that were read with doubt. */
  doubts?: Stretch[];
  reading?: "waiting" | "read" | "failed";
  /** Kinds of personal details that stand in the picture itself. */
  warnings: RedactionKind[];
};

/** The sender's own upload, or null. */
export async function findUpload(given: string, owner: string | undefined): Promise<UploadView | null> {
  const [row] = await findOwn([given], owner);
  if (!row) return null;
  const { kind, bytes, width, height, text } = row;
  return {
    id: given,
    kind,
    bytes,
    ...(width !== null && height !== null && { width, height }),
    ...(kind === "image" && { reading: text?.state ?? ("waiting" as const) }),
    ...(text?.state === "read" && { text: text.text, doubts: text.doubts }),
    warnings: Object.keys(text?.seen ?? {}) as RedactionKind[],
  };
}

/** What matching can compare of the sender's own uploads: the words read in them and their perceptual hashes. */
export async function uploadQuery(
  given: readonly string[],
  owner: string | undefined,
): Promise<{ texts: string[]; phashes: string[] }> {
  const rows = await findOwn(given, owner);
  return {
    texts: rows.flatMap((row) => row?.text?.text || []),
    phashes: rows.flatMap((row) => row?.phash ?? []),
  };
}
