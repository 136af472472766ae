import type { Role } from "#lib/access/roles";
import { checklists } from "#lib/editorial/status";
import { submitFinding } from "#lib/investigation/submit-finding";
import { findInvitation } from "#lib/members/invitations";
import { invitePerson } from "#lib/members/invite-person";
import { after, days, now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { newId } from "#lib/platform/id";
import { seedAdoption } from "#seed/adoptions";
import { seedClaim } from "#seed/claims";
import { seedDigest } from "#seed/digests";
import { seedKey } from "#seed/keys";
import { actorOf } from "#seed/people";
import { seedUpload } from "#seed/uploads";
import { seedWebhook } from "#seed/webhooks";
import { newPerson } from "./people.ts";

/** All that there is to be at a member. */
export const everyWork: Role[] = ["coordinator", "verifier", "writer", "reviewer"];

/** A claim that another member has verified and that the member is to write about; no text has been begun. */
export async function seedUnwritten(memberId: string) {
  const claim = await seedClaim({ status: "verifying", writer: memberId });
  const found = { verdict: "false", keyPoints: "没有这回事。", howWeKnow: "问了主管部门。" } as const;
  const outcome = await submitFinding(claim.actors.verifier, { claimId: claim.id, ...found });
  if (!outcome.ok) throw new Error(outcome.reason);
  return claim;
}

/** A claim for every kind of a member's work, and a colleague there. */
export async function seedMemberWork(memberId: string) {
  const [verifies, writes] = [{ lead: memberId }, { writer: memberId }];
  const offered = await seedClaim({ ...verifies, status: "assigned" });
  const verifying = await seedClaim({ ...verifies, status: "verifying" });
  const writing = await seedUnwritten(memberId);
  const reviewing = await seedClaim({ ...writes, status: "review-1" });
  const published = await seedClaim({ ...writes, status: "published" });
  const colleague = await newPerson(memberId, "writer");
  const { id: key } = await seedKey({ memberId });
  const { id: webhook } = await seedWebhook("hooks.invalid", "/in", memberId, { pausedAt: now() });
  const { id: digest } = await seedDigest(memberId, { pausedAt: now() });
  const roster = await seedRoster(memberId, colleague);
  const draftOf = ({ draftIds: [id = ""] }: { draftIds: string[] }) => id;
  return {
    memberId,
    offered: offered.id,
    verifying: verifying.id,
    writing: writing.id,
    reviewing: reviewing.id,
    published: published.id,
    evidence: verifying.evidenceIds[0] ?? "",
    draft: draftOf(reviewing),
    publishedDraft: draftOf(published),
    colleague,
    key,
    webhook,
    digest,
    ...roster,
    upload: await seedUpload({ reportId: verifying.reports[0]?.id ?? "" }),
    slug: published.debunk?.slug ?? "",
    adoption: await seedAdoption(memberId, published.debunk?.id ?? ""),
  };
}

/** Somebody's leave and duty in some days. */
async function seedRoster(memberId: string, { id: userId }: { id: string }) {
  const [startsAt, endsAt] = [after(now(), days(5)), after(now(), days(6))];
  const row = { userId, memberId, startsAt, endsAt, madeById: userId, madeAt: now() };
  const [leave, duty] = [newId(), newId()];
  await db.leave.create({ data: { ...row, id: leave } });
  await db.dutyShift.create({ data: { ...row, id: duty } });
  return { leave, duty };
}

export type MemberWork = Awaited<ReturnType<typeof seedMemberWork>>;

/** For each action that members have, an input that would change something of this member. */
export async function inputsFor(work: MemberWork): Promise<Record<string, Record<string, string>[]>> {
  const {
    memberId,
    offered,
    verifying,
    writing,
    draft,
    reviewing,
    published,
    evidence,
    colleague,
    key,
    webhook,
    digest,
  } = work;
  const endpointId = webhook;
  const hook = { name: "测试", url: "https://hooks.example.org/in" };
  const letters = { name: "测试", hour: "9", locale: "en" };
  const { id: assignmentId } = await db.assignment.findFirstOrThrow({
    where: { claimId: offered, memberId },
  });
  const { id: deliveryId } = await db.delivery.findFirstOrThrow({ where: { endpoint: { memberId } } });
  const { reportId } = await db.claimReport.findFirstOrThrow({ where: { claimId: verifying } });
  const [coordinator, email] = [actorOf(await newPerson(memberId, "coordinator")), `${newId()}@demo.invalid`];
  const { token } = await invitePerson(coordinator, { memberId, name: "测试", email, roles: ["writer"] });
  const invitation = await findInvitation(token);
  const reason = "测试";
  const text = { "content.title": "测试", "content.verdict": "false", baseVersion: "1" };
  const person = { userId: colleague.id, memberId };
  return {
    acceptAction: [{ assignmentId }],
    assignPersonAction: [{ assignmentId }, { assignmentId, userId: colleague.id }],
    takeLeaveAction: [{ ...person, from: "2099-01-01", until: "2099-01-01" }],
    endLeaveAction: [{ leaveId: work.leave }],
    giveDutyAction: [{ ...person, from: "2099-01-01", until: "2099-01-01" }],
    endDutyAction: [{ dutyId: work.duty }],
    blurAction: [
      {
        uploadId: work.upload,
        "areas[0].x": "0",
        "areas[0].y": "0",
        "areas[0].width": "9",
        "areas[0].height": "9",
      },
    ],
    returnAction: [{ assignmentId, reason }],
    takeOverAction: [{ assignmentId, reason }],
    handOverAction: [{ assignmentId, reason, toMemberId: "dept-health" }],
    askReporterAction: [{ reportId, text: "测试" }],
    addEvidenceAction: [
      { claimId: verifying, type: "official-statement", publisher: "测试", title: "测试", shows: "测试" },
    ],
    withdrawEvidenceAction: [{ evidenceId: evidence, reason }],
    recordReplyAction: [
      { claimId: verifying, organisation: "测试", askedOn: "2025-01-01", outcome: "no-answer" },
    ],
    submitFindingAction: [{ claimId: verifying, verdict: "false", keyPoints: "测试", howWeKnow: "测试" }],
    saveDraftAction: [
      { ...text, claimId: writing, baseVersion: "0" },
      { ...text, claimId: reviewing, draftId: draft },
    ],
    reviewDraftAction: [
      { draftId: draft, version: "1", stage: "review-1", decision: "returned", comment: "测试" },
      {
        draftId: draft,
        version: "1",
        stage: "review-1",
        decision: "approved",
        checklist: checklists["review-1"][0] ?? "",
      },
    ],
    openCorrectionAction: [{ claimId: published, kind: "erratum", note: "测试" }],
    receiveDeliveryAction: [{ deliveryId }],
    tellPageAction: [{ deliveryId, url: `https://news.example.org/${newId()}`, channel: "web" }],
    lookAgainAction: [{ adoptionId: work.adoption }],
    withdrawAdoptionAction: [{ adoptionId: work.adoption }],
    inviteAction: [{ memberId, name: "测试", email: `${newId()}@demo.invalid`, roles: "writer" }],
    withdrawInvitationAction: [{ invitationId: invitation?.id ?? "" }],
    changeRolesAction: [{ ...person, roles: "verifier" }],
    passwordLinkAction: [person],
    secondContactAction: [{ ...person, isContact: "on" }],
    removePersonAction: [person],
    createKeyAction: [{ memberId, name: "测试", scopes: "intake" }],
    rotateKeyAction: [{ keyId: key, overlap: "week" }],
    revokeKeyAction: [{ keyId: key }],
    addWebhookAction: [{ memberId, ...hook }],
    changeWebhookAction: [{ endpointId, ...hook }],
    rotateWebhookAction: [{ endpointId, overlap: "none" }],
    addDigestAction: [{ memberId, email, ...letters }],
    changeDigestAction: [{ endpointId: digest, ...letters }],
    mailDigestAction: [{ endpointId: digest }],
    pauseEndpointAction: [
      { endpointId, to: "paused" },
      { endpointId: digest, to: "on" },
    ],
    testWebhookAction: [{ endpointId }],
    replayDeliveriesAction: [{ endpointId }, { endpointId: digest }],
    removeEndpointAction: [{ endpointId }, { endpointId: digest }],
  };
}
