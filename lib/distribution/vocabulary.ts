/** How a member receives publications. */
export const endpointKinds = ["pull", "webhook", "email"] as const;
export type EndpointKind = (typeof endpointKinds)[number];

declare global {
  namespace PrismaJson {
    type EndpointKind = import("./vocabulary.ts").EndpointKind;
  }
}
