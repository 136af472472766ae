import { parentPort } from "node:worker_threads";
import { createBirpc } from "birpc";
import { KnownTexts } from "./known-texts.ts";

// The thread that keeps the known texts and answers questions about them (texts-apart.ts).
const texts = new KnownTexts();
texts.prepare();
createBirpc<object, KnownTexts>(texts, {
  bind: "functions",
  post: (message) => parentPort?.postMessage(message),
  on: (hear) => void parentPort?.on("message", hear),
});
