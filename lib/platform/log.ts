import pino from "pino";
import { config } from "./config.ts";

const privateKeys = [
  "authorization",
  "contact",
  "cookie",
  "email",
  "key",
  "note",
  "password",
  "phone",
  "receipt",
  "secret",
  "text",
  "token",
  "url",
];

/** The log of this process, one JSON object a line, which never quotes what people wrote or keep secret. */
export const log = pino({
  level: config.LOG_LEVEL,
  base: { role: config.ROLE },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: privateKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), remove: true },
  serializers: { err: describeError },
});

/**
 * Where an error happened, not what it says: the messages of Prisma and PostgreSQL repeat the values of
 * a row. At the level `debug`, for a developer's own data, the message is there too.
 */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.name,
    code: "code" in error ? error.code : undefined,
    message: log.isLevelEnabled("debug") ? error.message : undefined,
    stack: frames.join("\n"),
  };
}
