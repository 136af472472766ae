import { deskMessages } from "#components/desk/desk-messages";

export default deskMessages("people.roster");
