/** Which of the divisions of a claim a target is looked for at. */
export const targetPlaces = ["place", "prefecture", "province"] as const;
