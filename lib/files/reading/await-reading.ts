import { setTimeout as pause } from "node:timers/promises";
import { db } from "#lib/platform/db";

const STEP = 150;
const PATIENCE = 8_000;

/** Waits a few seconds for the words in a picture; the worker may have read them by then. Undefined when it has not. */
export async function awaitReading(uploadId: string): Promise<string | undefined> {
  for (let waited = 0; waited < PATIENCE; waited += STEP) {
    const reading = await db.uploadText.findUnique({
      where: { uploadId },
      select: { state: true, text: true },
    });
    if (reading) return reading.state === "read" ? reading.text : undefined;
    await pause(STEP);
  }
  return undefined;
}
