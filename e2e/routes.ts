import type { Permission } from "#lib/access/permissions";

/**
 * What every address and every action of the product needs; a new one that is not declared here fails the access spec.
 * "public" is for anybody.
 */
export type Need = Permission | "public";

/** The pages, by their place under app/[locale]; whatever names a claim, draft or member needs the permission there. */
export const pages: Readonly<Record<string, Need>> = {
  "/": "public",
  "/[...rest]": "public",
  "/about": "public",
  "/check": "public",
  "/corrections": "public",
  "/corrections/older/[cursor]": "public",
  "/debunks": "public",
  "/debunks/filtered/[filter]": "public",
  "/debunks/[slug]": "public",
  "/debunks/[slug]/versions/[number]": "public",
  "/members": "public",
  "/methodology": "public",
  "/report": "public",
  "/report/done": "public",
  "/track": "public",
  "/desk": "desk.enter",
  "/desk/account": "account.manage",
  "/desk/assignments": "assignment.list",
  "/desk/audit": "audit.read",
  "/desk/claims/[claimId]": "claim.read",
  "/desk/claims/[claimId]/correction": "correction.open",
  "/desk/claims/[claimId]/draft": "draft.write",
  "/desk/deliveries": "delivery.list",
  "/desk/drafts/[draftId]": "draft.read",
  "/desk/join": "public",
  "/desk/members": "people.list",
  "/desk/members/[memberId]/[userId]": "people.change-roles",
  "/desk/members/invite": "people.invite",
  "/desk/queue": "queue.read",
  "/desk/reviews": "review.list",
  "/desk/setup": "public",
  "/desk/sign-in": "public",
};

/** The route handlers, by their place under app; "token" is for our own processes alone. */
export const handlers: Readonly<Record<string, "public" | "token">> = {
  "/api/auth/[...nextauth]": "public",
  "/api/internal/revalidate": "token",
  "/api/v1/[[...path]]": "public",
  "/api/v1/debunks": "public",
  "/api/v1/debunks/[slug]": "public",
  "/api/v1/debunks/[slug]/versions": "public",
  "/api/v1/debunks/[slug]/versions/[n]": "public",
  "/api/v1/divisions": "public",
  "/api/v1/members": "public",
  "/api/v1/openapi.json": "public",
  "/api/v1/reports": "public",
  "/api/v1/reports/lookup": "public",
  "/api/v1/topics": "public",
  "/healthz": "public",
  "/readyz": "public",
};

/** The server actions, by their name; two of one name would be told apart by their file. */
export const actions: Readonly<Record<string, Need>> = {
  checkAction: "public",
  leaveTrackAction: "public",
  receiptSavedAction: "public",
  reportAction: "public",
  trackAction: "public",
  acceptInvitationAction: "public",
  signInAction: "public",
  signOutAction: "public",
  changePasswordAction: "account.manage",
  triageAction: "claim.triage",
  closeAction: "claim.close",
  mergeAction: "claim.merge",
  reopenAction: "claim.reopen",
  waitAction: "claim.wait",
  resumeAction: "claim.wait",
  readContactAction: "contact.read",
  confirmRouteAction: "route.confirm",
  offerAction: "route.confirm",
  acceptAction: "assignment.accept",
  returnAction: "assignment.return",
  handOverAction: "assignment.hand-over",
  addEvidenceAction: "evidence.add",
  withdrawEvidenceAction: "evidence.withdraw",
  recordReplyAction: "reply.record",
  submitFindingAction: "finding.submit",
  saveDraftAction: "draft.write",
  reviewDraftAction: "draft.read",
  publishDebunkAction: "debunk.publish",
  openCorrectionAction: "correction.open",
  receiveDeliveryAction: "delivery.receive",
  inviteAction: "people.invite",
  changeRolesAction: "people.change-roles",
  removePersonAction: "people.remove",
};
