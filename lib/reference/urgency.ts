/** How soon a claim needs an answer: P0 life safety now, P1 money, exam, panic, P2 ordinary, P3 slow, scientific. */
export const urgencies = ["P0", "P1", "P2", "P3"] as const;
export type Urgency = (typeof urgencies)[number];

/** The next more urgent class. */
export function raise(urgency: Urgency): Urgency {
  return ({ P0: "P0", P1: "P0", P2: "P1", P3: "P2" } as const)[urgency];
}

/** The more urgent of two classes. */
export const moreUrgent = (one: Urgency, other: Urgency): Urgency => (other < one ? other : one);

declare global {
  namespace PrismaJson {
    type Urgency = import("./urgency.ts").Urgency;
  }
}
