/** The purposes of the signed ids in letters to members: of an endpoint, of a letter, of an endpoint. */
export const CONFIRM_DIGEST = "confirm-digest";
export const RECEIVE_DIGEST = "receive-digest";
export const STOP_DIGEST = "stop-digest";

/** How long an address may take to be confirmed before it is forgotten. */
export const CONFIRM_HOURS = 48;
/** For so long a letter can be answered by its link; its words are kept as long. */
export const DIGEST_DAYS = 90;
