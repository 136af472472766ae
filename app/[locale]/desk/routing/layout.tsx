import { deskMessages } from "#components/desk/desk-messages";

export default deskMessages("desk.rules", "labels.divisionLevel", "labels.memberKind", "labels.seenOn");
