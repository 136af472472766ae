import { deskMessages } from "#components/desk/desk-messages";

export default deskMessages(
  "desk.assignments",
  "desk.close",
  "desk.contact",
  "desk.evidence",
  "desk.finding",
  "desk.merge",
  "desk.offer",
  "desk.reply",
  "desk.revise",
  "desk.route",
  "desk.snooze",
  "desk.split",
  "desk.triage",
  "editorial.correction",
  "editorial.details",
  "editorial.draft",
  "editorial.gate",
  "labels",
  "public.notice",
);
