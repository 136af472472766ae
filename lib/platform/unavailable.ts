import { Prisma } from "./db.ts";

const prismaCodes = ["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"];
const connectionCodes = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "57P03",
  "53300",
];

/** Whether an error means that the database cannot be reached just now, and the request may be tried again later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (prismaCodes.includes(code) || connectionCodes.includes(code)) return true;
  return error.cause !== undefined && isUnavailable(error.cause);
}
