import type { MemberKind } from "#lib/members/vocabulary";

/** How a member receives publications. */
export const endpointKinds = ["pull", "webhook", "email"] as const;
export type EndpointKind = (typeof endpointKinds)[number];

/**
 * Why nothing is sent to an endpoint any more: its people took it away, it answered that it is gone (410, or 550 of a mailbox), or
 * whoever reads a digest stopped it.
 */
export type EndpointEnd = "removed" | "gone" | "stopped";

/** How a member came to have what was laid ready for it. */
export const waysToReceive = ["webhook", "program", "person", "republished"] as const;
export type ReceivedBy = (typeof waysToReceive)[number];

/** By which of its channels a member republished a notice. */
export const adoptionChannels = [
  "web",
  "app",
  "wechat",
  "weibo",
  "douyin",
  "kuaishou",
  "xiaohongshu",
  "qq",
  "other",
] as const;
export type AdoptionChannel = (typeof adoptionChannels)[number];

/** What is said of a version. */
export type MessageType = "debunk.published" | "debunk.corrected" | "debunk.retracted";

/** What a platform is asked to do with a label: put it beside posts, or take it away. */
export const labelActions = ["label", "revoke"] as const;
export type LabelAction = (typeof labelActions)[number];

/** What a platform made of a label. */
export const labelOutcomes = ["labelled", "declined", "no-match"] as const;
export type LabelOutcome = (typeof labelOutcomes)[number];

/** The members that answer labels: those on which people post. */
export const PLATFORM = "commercial-platform" satisfies MemberKind;

declare global {
  namespace PrismaJson {
    type EndpointKind = import("./vocabulary.ts").EndpointKind;
    type EndpointEnd = import("./vocabulary.ts").EndpointEnd;
    type ReceivedBy = import("./vocabulary.ts").ReceivedBy;
    type AdoptionChannel = import("./vocabulary.ts").AdoptionChannel;
    type MessageType = import("./vocabulary.ts").MessageType;
    type LabelAction = import("./vocabulary.ts").LabelAction;
    type LabelOutcome = import("./vocabulary.ts").LabelOutcome;
  }
}
