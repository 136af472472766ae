/** How a follower of a claim is told. */
export const followerKinds = ["email", "push"] as const;
export type FollowerKind = (typeof followerKinds)[number];

/** Whom a notification is for: a follower, or the sender of a report who left an address. */
export type RecipientKind = "report" | "follower";

declare global {
  namespace PrismaJson {
    type FollowerKind = import("./vocabulary.ts").FollowerKind;
    type RecipientKind = import("./vocabulary.ts").RecipientKind;
  }
}
