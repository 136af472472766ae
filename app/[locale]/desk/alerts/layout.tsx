import { deskMessages } from "#components/desk/desk-messages";

export default deskMessages("alerts.set");
