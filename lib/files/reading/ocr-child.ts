import Ocr from "@gutenye/ocr-node";

// Runs in a process of its own (ocr.ts), so that a crash of the native runtime or a picture that is never done takes
// nothing else down.
const reading = Ocr.create({
  onnxOptions: { intraOpNumThreads: 1, enableCpuMemArena: false, logSeverityLevel: 3 },
});

process.on("message", async ({ path }: { path: string }) => {
  const lines = await (await reading).detect(path);
  process.send?.(lines);
});
// Without its worker nobody listens.
process.on("disconnect", () => process.exit());
