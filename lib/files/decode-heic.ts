import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { AppError } from "#lib/platform/errors";

const TIME_LIMIT = 30_000;
const TOO_MANY_PIXELS = 3;

/**
 * Turns a HEIC picture into a PNG without metadata at `target`, in a process of its own.
 * @throws AppError VALIDATION when it cannot be read or has too many pixels
 */
export async function decodeHeic(source: string, target: string): Promise<void> {
  const code = await run(["lib/files/heic-child.ts", source, target]);
  if (code === 0) return;
  const message = code === TOO_MANY_PIXELS ? "tooManyPixels" : "unreadable";
  throw new AppError("VALIDATION", [{ path: "file", message }]);
}

const run = ([script = "", ...rest]: readonly string[]): Promise<number> =>
  new Promise((done) => {
    const options = { timeout: TIME_LIMIT, killSignal: "SIGKILL" as const, maxBuffer: 1024 * 1024 };
    const child = execFile(process.execPath, [resolve(script), ...rest], options, () =>
      done(child.exitCode ?? 1),
    );
  });
