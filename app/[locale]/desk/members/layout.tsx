import { deskMessages } from "#components/desk/desk-messages";

export default deskMessages("labels.memberKind", "labels.role", "people.members");
