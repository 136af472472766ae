import { decodePicture } from "./decode-picture.ts";

// Runs in a process of its own (decoder.ts): decoding is one long computation, and the input a stranger's.
process.on("message", async ([source, mediaType, target]: [string, string, string]) => {
  process.send?.(await decodePicture(source, mediaType, target));
});
process.on("disconnect", () => process.exit());
