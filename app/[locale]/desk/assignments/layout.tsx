import { deskMessages } from "#components/desk/desk-messages";

export default deskMessages("desk.assignments", "editorial.assignments", "labels.memberKind");
