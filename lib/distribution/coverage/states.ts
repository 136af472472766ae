/** What is asked of a member about a notice; somebody may be in several of them. */
export const coverageStates = ["has", "confirmed", "republished", "older", "silent"] as const;
export type CoverageState = (typeof coverageStates)[number];

/** The lists of the whole network. */
export const coverageViews = ["notices", "silent", "older"] as const;
export type CoverageView = (typeof coverageViews)[number];

/** Nobody is reminded of what is older, in days. */
export const REMINDED_DAYS = 14;
