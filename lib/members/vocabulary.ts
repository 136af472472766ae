/** 1 = the platform, 5 = media groups and their outlets, N = agencies, media centres and platforms. */
export const tiers = ["1", "5", "N"] as const;
export type Tier = (typeof tiers)[number];

export const memberKinds = [
  "platform",
  "media-group",
  "outlet",
  "central-media-channel",
  "central-agency-in-province",
  "provincial-department",
  "public-institution",
  "science-body",
  "city-cyberspace-office",
  "city-media",
  "county-media-centre",
  "commercial-platform",
] as const;
export type MemberKind = (typeof memberKinds)[number];

/** What a member does in the network. */
export const duties = [
  "intake",
  "route",
  "route-local",
  "review",
  "verify",
  "verify-local",
  "write",
  "publish",
  "distribute",
  "label",
] as const;
export type Duty = (typeof duties)[number];

declare global {
  namespace PrismaJson {
    type Tier = import("./vocabulary.ts").Tier;
    type MemberKind = import("./vocabulary.ts").MemberKind;
    type Duty = import("./vocabulary.ts").Duty;
  }
}
