/**
 * Why a report is kept apart from the queue until somebody looks: it came without a proof of work in a busy time, from a
 * network that sent very many, in a flood of all networks, or in words that were sent over and over. Nothing is deleted.
 */
export const suspicions = ["no-proof", "busy-network", "flood", "burst"] as const;
export type Suspicion = (typeof suspicions)[number];

declare global {
  namespace PrismaJson {
    type Suspicion = import("./suspicion.ts").Suspicion;
  }
}
