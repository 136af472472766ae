/** How a member receives publications. */
export const endpointKinds = ["pull", "webhook", "email"] as const;
export type EndpointKind = (typeof endpointKinds)[number];

/** Why nothing is sent to an endpoint any more: its people took it away, or it answered that it is gone (410). */
export type EndpointEnd = "removed" | "gone";

/** What is said of a version. */
export type MessageType = "debunk.published" | "debunk.corrected" | "debunk.retracted";

declare global {
  namespace PrismaJson {
    type EndpointKind = import("./vocabulary.ts").EndpointKind;
    type EndpointEnd = import("./vocabulary.ts").EndpointEnd;
    type MessageType = import("./vocabulary.ts").MessageType;
  }
}
