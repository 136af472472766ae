/** Who holds a claim's work, by the state of the assignment; every query and every button asks these lists. */

/** Has the work in hand, or was asked to take it. */
export const heldStates = ["offered", "accepted"] as const;
/** Took the work, and may have finished it. What a reviewer or a correction asks for later is theirs to add. */
export const takenStates = ["accepted", "done"] as const;
/** Was given the work and did not give it back. */
export const givenStates = ["offered", "accepted", "done"] as const;

/** Whether the member still holds the work. */
export const isHeld = (status: string): boolean => (heldStates as readonly string[]).includes(status);

/** Whether the work is, or was, in the member's own hands. */
export const isTaken = (status: string): boolean => (takenStates as readonly string[]).includes(status);
