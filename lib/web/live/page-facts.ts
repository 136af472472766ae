import { liveHub } from "./hub.ts";

/** Up to which event a page that is rendered now shows everything: asked for before anything is read. */
export const livePosition = (): number | null => liveHub().position;

/** By which build pages are rendered now. */
export const liveBuild = (): string | null => liveHub().build;
