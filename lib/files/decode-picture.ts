import { readFile, writeFile } from "node:fs/promises";
import decodeHeic from "heic-decode";
import sharp, { type Sharp } from "sharp";
import phash from "sharp-phash";
import { fitPicture, isDecodable, PIXEL_LIMIT } from "./media.ts";

/** A picture that was made clean, or why it cannot be. */
export type Decoded =
  | { ok: true; width: number; height: number; phash: string }
  | { ok: false; reason: "tooManyPixels" | "unreadable" };

type Size = { width: number; height: number };

// What was decoded for one citizen is of no use for the next.
sharp.cache(false);

const tooMany = { ok: false, reason: "tooManyPixels" } as const;
const unreadable = { ok: false, reason: "unreadable" } as const;

/**
 * Writes the clean copy of the picture at `source` to `target`: upright, of a sensible size, encoded anew, with nothing in it
 * but the picture. How large it is on both sides is known before anything is decoded. Runs in a process of its own
 * (decoder.ts), for it is a stranger's.
 */
export async function decodePicture(source: string, mediaType: string, target: string): Promise<Decoded> {
  const opened = await (mediaType.startsWith("image/hei") ? openHeic(source) : open(source)).catch(
    () => null,
  );
  if (!opened) return unreadable;
  if (!isDecodable(opened.size)) return tooMany;
  const encoded = await encode(await opened.picture(), opened.size).catch(() => null);
  if (!encoded) return unreadable;
  const { data, info } = encoded;
  await assertBare(data);
  await writeFile(target, data, { mode: 0o600 });
  return { ok: true, width: info.width, height: info.height, phash: await phash(data) };
}

type Opened = { size: Size; picture: () => Promise<Sharp> };

async function open(source: string): Promise<Opened> {
  const { autoOrient: size } = await sharp(source, { limitInputPixels: false }).metadata();
  // A warning of the decoder is no reason to refuse a picture that people can see; an error or a missing end is.
  const picture = async () => sharp(source, { limitInputPixels: PIXEL_LIMIT, failOn: "error" }).autoOrient();
  return { size, picture };
}

async function openHeic(source: string): Promise<Opened | null> {
  const [first] = await decodeHeic.all({ buffer: await readFile(source) });
  if (!first) return null;
  const { width, height } = first;
  return {
    size: { width, height },
    async picture() {
      const decoded = await first.decode();
      return sharp(decoded.data, { raw: { width: decoded.width, height: decoded.height, channels: 4 } });
    },
  };
}

const encode = (picture: Sharp, size: Size) =>
  picture
    .resize({ ...fitPicture(size), fit: "fill" })
    .toColourspace("srgb")
    .webp({ quality: 85, effort: 2 })
    .toBuffer({ resolveWithObject: true });

/** Where, when and by whom a picture was taken never leaves with it: should the encoder keep anything, nothing is kept. */
async function assertBare(data: Buffer): Promise<void> {
  const { exif, xmp, iptc, icc, comments, tifftagPhotoshop } = await sharp(data).metadata();
  if (exif || xmp || iptc || icc || tifftagPhotoshop || comments?.length) {
    throw new Error("a picture was encoded with metadata in it");
  }
}
