import { deskMessages } from "#components/desk/desk-messages";

export default deskMessages("endpoints", "keys.overlaps", "labels.memberKind", "labels.urgency");
