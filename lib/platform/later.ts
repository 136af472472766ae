/**
 * Why something that cannot be done now can be done later: the database cannot be reached, too much is going on at once, or
 * there is no room left to write to.
 */
export type Later = "UNAVAILABLE" | "BUSY" | "FULL";

/** How Prisma, its adapter, Node and PostgreSQL (appendix A of its manual) name what passes. */
const signs: ReadonlyMap<unknown, Later> = new Map(
  Object.entries({
    UNAVAILABLE: [
      "P1001",
      "P1002",
      "P1008",
      "P1017",
      "ConnectionClosed",
      "DatabaseNotReachable",
      "SocketTimeout",
      "ECONNREFUSED",
      "ECONNRESET",
      "EHOSTUNREACH",
      "ENOTFOUND",
      "EAI_AGAIN",
      "EPIPE",
      "ETIMEDOUT",
      // The server stops, was told to, or has just begun.
      "57P01",
      "57P02",
      "57P03",
      // It found its own files damaged or gone, as after a disk that was full.
      "58030",
      "58P01",
      "XX001",
      "XX002",
    ],
    BUSY: [
      // No connection of the pool came free, or a transaction took too long.
      "P2024",
      "P2028",
      "P2034",
      "P2037",
      "TooManyConnections",
      "TransactionWriteConflict",
      "53300",
      "53400",
      // No memory left, or another resource that comes free again.
      "53000",
      "53200",
      // Two waited for each other, or for the same.
      "40001",
      "40P01",
      "55P03",
      // A statement, or a transaction in which nothing happened, took too long.
      "57014",
      "25P03",
      "25P04",
    ],
    FULL: ["53100", "ENOSPC", "EDQUOT"],
  } satisfies Record<Later, string[]>).flatMap(([later, codes]) =>
    codes.map((code) => [code, later as Later] as const),
  ),
);

/** Errors of pg that have no code. */
const words: readonly [RegExp, Later][] = [
  [/timeout exceeded when trying to connect/, "BUSY"],
  [/Connection terminated|connection error and is not queryable/, "UNAVAILABLE"],
  [/No space left on device/, "FULL"],
];

const DEEPEST = 6;

/** Why what failed with an error can be tried again later; null where it would fail again. */
export function laterOf(error: unknown, depth = 0): Later | null {
  if (typeof error !== "object" || error === null || depth > DEEPEST) return null;
  const { name, code, originalCode, kind, message, cause, meta, driverAdapterError, errors }: Wrapped = error;
  // What lies deeper says it more exactly.
  const inner = [cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
  for (const each of inner) {
    const later = laterOf(each, depth + 1);
    if (later) return later;
  }
  for (const sign of [originalCode, code, kind]) {
    const later = signs.get(sign);
    if (later) return later;
  }
  const said = typeof message === "string" ? words.find(([pattern]) => pattern.test(message)) : undefined;
  if (said) return said[1];
  return name === "PrismaClientInitializationError" ? "UNAVAILABLE" : null;
}

/** Where each layer keeps what it knows, and what it wraps. */
type Wrapped = Partial<
  Record<
    | "name"
    | "code"
    | "originalCode"
    | "kind"
    | "message"
    | "cause"
    | "meta"
    | "driverAdapterError"
    | "errors",
    unknown
  >
>;
