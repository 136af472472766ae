import { deskMessages } from "#components/desk/desk-messages";

export default deskMessages(
  "editorial.details",
  "editorial.draft",
  "editorial.gate",
  "editorial.publish",
  "editorial.review",
  "labels.evidenceType",
  "labels.replyOutcome",
  "labels.reviewStage",
  "labels.verdict",
  "public.notice",
);
