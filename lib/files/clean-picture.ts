import { rm } from "node:fs/promises";
import pLimit from "p-limit";
import sharp from "sharp";
import phash from "sharp-phash";
import { AppError, isAppError } from "#lib/platform/errors";
import { once } from "#lib/platform/once";
import { decodeHeic } from "./decode-heic.ts";
import { fitPicture, isDecodable, PIXEL_LIMIT } from "./media.ts";

/** A picture as it may be shown: upright, of a sensible size, encoded anew, with nothing in it but the picture. */
export type CleanPicture = { data: Buffer; width: number; height: number; phash: string };

// What was decoded for one citizen is of no use for the next.
sharp.cache(false);

/** How long one picture may be decoded and encoded, in seconds; a telephone's largest takes about two. */
const TIME_LIMIT = 30;

/** Pictures decoded at once in this process: each may need some hundred megabytes for a moment. */
const inTurn = once("decoding of pictures", () => pLimit(2));

/**
 * Makes the clean copy of the picture in a file. How large it is on both sides is known before anything is decoded.
 * @throws AppError VALIDATION `tooManyPixels` or `unreadable`
 */
export const cleanPicture = (path: string, mediaType: string): Promise<CleanPicture> =>
  inTurn(() => (mediaType.startsWith("image/hei") ? cleanHeic(path) : clean(path)));

async function cleanHeic(path: string): Promise<CleanPicture> {
  const decoded = `${path}.png`;
  try {
    await decodeHeic(path, decoded);
    return await clean(decoded);
  } finally {
    await rm(decoded, { force: true });
  }
}

async function clean(path: string): Promise<CleanPicture> {
  const { data, info } = await encode(path).catch(refuse);
  await assertBare(data);
  return { data, width: info.width, height: info.height, phash: await phash(data) };
}

async function encode(path: string) {
  const { autoOrient: size } = await sharp(path, { limitInputPixels: false }).metadata();
  if (!isDecodable(size)) throw fieldError("tooManyPixels");
  // A warning of the decoder is no reason to refuse a picture that people can see; an error or a missing end is.
  return sharp(path, { limitInputPixels: PIXEL_LIMIT, failOn: "error" })
    .timeout({ seconds: TIME_LIMIT })
    .autoOrient()
    .resize({ ...fitPicture(size), fit: "fill" })
    .toColourspace("srgb")
    .webp({ quality: 85, effort: 2 })
    .toBuffer({ resolveWithObject: true });
}

const fieldError = (message: string) => new AppError("VALIDATION", [{ path: "file", message }]);

function refuse(error: unknown): never {
  throw isAppError(error) ? error : fieldError("unreadable");
}

/** Where, when and by whom a picture was taken never leaves with it: should the encoder keep anything, nothing is kept. */
async function assertBare(data: Buffer): Promise<void> {
  const { exif, xmp, iptc, icc, comments, tifftagPhotoshop } = await sharp(data).metadata();
  if (exif || xmp || iptc || icc || tifftagPhotoshop || comments?.length) {
    throw new Error("a picture was encoded with metadata in it");
  }
}
