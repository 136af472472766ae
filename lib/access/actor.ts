import type { Role } from "./roles.ts";

/** A role at a member, as a signed-in person holds it. */
export type Grant = { memberId: string; role: Role; tier: "1" | "5" | "N" };

/** A person of the network who is signed in. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  sessionId: string;
  grants: readonly Grant[];
  /** The decision about many claims at once of which this one is a part. */
  batchId?: string;
  /** The event of the decision that this one takes back. */
  undoes?: string;
};

/** Someone an event can be ascribed to: a person in one role, a citizen without a name, or the system. */
export type EventActor =
  | { kind: "person"; userId: string; role: Role; memberId: string; batchId?: string; undoes?: string }
  | { kind: "citizen" }
  | { kind: "system" };

export const citizen: EventActor = { kind: "citizen" };
export const system: EventActor = { kind: "system" };
