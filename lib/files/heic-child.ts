import { readFile } from "node:fs/promises";
import decode from "heic-decode";
import sharp from "sharp";
import { isDecodable } from "./media.ts";

/** The exit code for a picture with too many pixels. */
const TOO_MANY_PIXELS = 3;

// Runs in a process of its own (decode-heic.ts): the decoder is one long computation, and the input a stranger's.
const [source = "", target = ""] = process.argv.slice(2);
const pictures = await decode.all({ buffer: await readFile(source) });
const [first] = pictures;
if (!first) process.exit(1);
if (!isDecodable(first)) process.exit(TOO_MANY_PIXELS);
const { width, height, data } = await first.decode();
if (!isDecodable({ width, height })) process.exit(TOO_MANY_PIXELS);
await sharp(data, { raw: { width, height, channels: 4 } })
  .png({ compressionLevel: 1 })
  .toFile(target);
