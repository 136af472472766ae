/** How Prisma, its adapter, Node and PostgreSQL name a database that cannot be reached, or not just now. */
const signs = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2037",
  "ConnectionClosed",
  "DatabaseNotReachable",
  "SocketTimeout",
  "TooManyConnections",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "53300",
  "57P01",
  "57P02",
  "57P03",
]);

/** Errors of pg that have no code. */
const words =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/;

const DEEPEST = 6;

/** Whether an error means that the database cannot be reached just now, and the request may be tried again later. */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > DEEPEST) return false;
  const { name, code, originalCode, kind, message, cause, meta, driverAdapterError, errors }: Wrapped = error;
  if (name === "PrismaClientInitializationError") return true;
  if ([code, originalCode, kind].some((sign) => typeof sign === "string" && signs.has(sign))) return true;
  if (typeof message === "string" && words.test(message)) return true;
  const inner = [cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
  return inner.some((each) => isUnavailable(each, depth + 1));
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
