import { expect, it } from "vitest";
import { roles } from "#lib/access/roles";
import { scopes } from "#lib/access/scopes";
import { claimStatuses } from "#lib/claims/status";
import { assignmentPurposes, assignmentStatuses } from "#lib/claims/work/status";
import { endpointKinds } from "#lib/distribution/vocabulary";
import { correctionKinds, reviewStages } from "#lib/editorial/status";
import { uploadKinds } from "#lib/files/media";
import { messages } from "#lib/i18n/messages";
import { seenOnPlaces } from "#lib/intake/schema";
import { suspicions } from "#lib/intake/suspicion";
import { evidenceTypes, replyOutcomes, verdicts } from "#lib/investigation/vocabulary";
import { duties, memberKinds, tiers } from "#lib/members/vocabulary";
import { urgencies } from "#lib/reference/urgency";

const vocabulary = {
  assignmentPurpose: assignmentPurposes,
  assignmentStatus: assignmentStatuses,
  claimStatus: claimStatuses,
  correctionKind: correctionKinds,
  correctionMeaning: correctionKinds,
  duty: duties,
  endpointKind: endpointKinds,
  evidenceType: evidenceTypes,
  memberKind: memberKinds,
  replyOutcome: replyOutcomes,
  reviewStage: reviewStages,
  role: roles,
  seenOn: seenOnPlaces,
  tier: tiers,
  urgency: urgencies,
  urgencyMeaning: urgencies,
  matchLevel: ["same", "similar"],
  scope: scopes,
  suspicion: suspicions,
  uploadKind: uploadKinds,
  verdict: verdicts,
  verdictMeaning: verdicts,
} as const;

it.each(Object.entries(vocabulary))("every %s has its label and no label is left over", (name, words) => {
  const labels = messages["zh-CN"].labels[name as keyof typeof vocabulary];
  expect(Object.keys(labels).sort()).toEqual([...words].sort());
});
