import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { HEADER, type Header, headerSchema, type Place, placeOf, SUMS } from "./archive.ts";
import { pour } from "./pour.ts";
import { Refusal } from "./refusal.ts";
import { AGE, asItIs, openWith } from "./seal.ts";

export type Archive = { path: string; identities: string | undefined };
export type Entry = { name: string; place: Place; content: AsyncIterable<Uint8Array> };
export type Take = (entry: Entry) => Promise<void>;

/** What was found in an archive that is whole, and the hash of its list of hashes. */
export type Found = { header: Header; sums: string };

const FOREIGN = "This is no backup of this product.";
const DAMAGED = "The backup is damaged or cut off";

/**
 * Reads an archive to its end and hands out each entry after the header; an entry that is not taken is read all the same.
 * @throws Refusal where it is no backup, cannot be opened, is cut off, or anything in it is not what it was
 */
export async function readArchive(archive: Archive, take: Take): Promise<Found> {
  const tar = extract();
  tar.on("error", () => {}); // Told by whoever reads the entries.
  const feeding = feed(archive, tar);
  feeding.catch((error) => tar.destroy(error instanceof Error ? error : new Error(String(error))));
  try {
    const found = await readEntries(tar, take);
    await feeding;
    return found;
  } catch (error) {
    tar.destroy();
    throw nameDamage(error);
  }
}

/** Decrypts and unpacks, piece by piece. */
async function feed({ path, identities }: Archive, tar: ReturnType<typeof extract>): Promise<void> {
  const isClosed = await isEncrypted(path);
  if (isClosed && !identities)
    throw new Refusal("The backup is encrypted: BACKUP_IDENTITY names no file with its identity.");
  const unseal = isClosed && identities ? openWith(identities) : asItIs;
  await pipeline(createReadStream(path), unseal, createGunzip(), (plain: AsyncIterable<Uint8Array>) =>
    pour(plain, tar),
  );
}

async function isEncrypted(path: string): Promise<boolean> {
  const head = await readHead(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`The backup ${path} cannot be read (${error.code}).`);
  });
  if (head.toString("latin1") === AGE) return true;
  if (head.readUInt16BE() !== GZIP) throw new Refusal(`${path} is no backup of this product.`);
  return false;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    return (await file.read(Buffer.alloc(AGE.length), 0, AGE.length, 0)).buffer;
  } finally {
    await file.close();
  }
}

const GZIP = 0x1f8b;

async function readEntries(tar: ReturnType<typeof extract>, take: Take): Promise<Found> {
  const sums = createHash("sha256");
  let header: Header | undefined;
  let listed: string | undefined;
  for await (const source of tar) {
    const { name } = source.header;
    const hash = createHash("sha256");
    const content = hashed(source, hash);
    if (listed) throw new Refusal(`${DAMAGED}: something follows its list of hashes.`);
    if (!header) {
      if (name !== HEADER) throw new Refusal(FOREIGN);
      header = parseHeader(await buffer(content));
    } else if (name === SUMS) {
      for await (const _ of content);
      listed = hash.digest("hex");
      continue;
    } else {
      await take({ name, place: placeIn(header, name), content });
      for await (const _ of content);
    }
    sums.update(`${hash.digest("hex")}  ${name}\n`);
  }
  const computed = sums.digest("hex");
  if (!header || !listed) throw new Refusal(`${DAMAGED}: its end is missing.`);
  if (listed !== computed) throw new Refusal(`${DAMAGED}: its contents are not what its hashes say.`);
  return { header, sums: computed };
}

async function* hashed(source: AsyncIterable<unknown>, hash: { update(piece: Uint8Array): unknown }) {
  for await (const piece of source) {
    if (!(piece instanceof Uint8Array)) throw new Error("an entry is made of bytes");
    hash.update(piece);
    yield piece;
  }
}

function parseHeader(content: Buffer): Header {
  const isOurs = content.subarray(0, 40).includes('"product":"bianzhen"');
  if (!isOurs) throw new Refusal(FOREIGN);
  try {
    return headerSchema.parse(JSON.parse(content.toString("utf8")));
  } catch {
    throw new Refusal("The backup was made by another release, whose archives this one cannot read.");
  }
}

/** Nothing is ever written under a name that a backup of this product would not have. */
function placeIn(header: Header, name: string): Place {
  const place = placeOf(name);
  const isKnown =
    place && (place.kind !== "rows" || header.tables.some((table) => table.name === place.table));
  if (!isKnown) throw new Refusal("This is no backup of this product: it holds what none does.");
  return place;
}

/** What zlib, age and tar say of broken bytes, in one sentence; what others say stays as it is. */
function nameDamage(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === "Refusal") return error;
  const code = "code" in error ? String(error.code) : "";
  const isBroken =
    code.startsWith("Z_") ||
    /tar header|Unexpected end of data|invalid tag|age|stanza|chunk/i.test(error.message);
  return isBroken && !("severity" in error) ? new Refusal(`${DAMAGED}: it cannot be unpacked.`) : error;
}
