import { deskMessages } from "#components/desk/desk-messages";

export default deskMessages("keys", "labels.memberKind", "labels.scope");
