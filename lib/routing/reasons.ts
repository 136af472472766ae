/** Why a member was proposed: a code and its facts, worded in the reader's language. */
export type RouteReason = {
  part: "level" | "lead" | "writer" | "platforms" | "conflict" | "single-source";
  code: string;
  facts: Record<string, string>;
};

declare global {
  namespace PrismaJson {
    type RouteReasons = import("./reasons.ts").RouteReason[];
  }
}
