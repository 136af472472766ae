import type { Verdict } from "#lib/investigation/vocabulary";

export type Hue = "vermilion" | "ochre" | "plum" | "slate" | "malachite";

type Shape = ["circle", { cx: string; cy: string; r: string }] | ["path", { d: string }];

/** An icon of Lucide (ISC licence), on a square of 24. */
type Drawn = readonly Shape[];

const circle: Shape = ["circle", { cx: "12", cy: "12", r: "10" }];
const paths = (...each: readonly string[]): Drawn => each.map((d): Shape => ["path", { d }]);

const cross = [circle, ...paths("m15 9-6 6", "m9 9 6 6")];
const tick = [circle, ...paths("m16 9-5.5 5.5L8 12")];
const question = [circle, ...paths("M9 9.5a3 2.5 0 016 0c0 2-2 2-3 3.5", "M12 17h.01")];
const half = [circle, ...paths("M12 18a6 6 0 0 0 0-12v12z")];
const warning = paths(
  "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3",
  "M12 9v4",
  "M12 17h.01",
);
const history = paths("M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8", "M3 3v5h5", "M12 7v5l4 2");
const clapperboard = paths(
  "m12.296 3.464 3.02 3.956",
  "M20.2 6 3 11l-.9-2.4c-.3-1.1.3-2.2 1.3-2.5l13.5-4c1.1-.3 2.2.3 2.5 1.3z",
  "M3 11h18v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z",
  "m6.18 5.276 3.1 3.899",
);

/** The icon and colour of a verdict, on our pages (components/publishing/verdict-badge.tsx) and in the widget. */
export const marks: Readonly<Record<Verdict, { icon: Drawn; hue: Hue }>> = {
  false: { icon: cross, hue: "vermilion" },
  misleading: { icon: warning, hue: "ochre" },
  "partly-true": { icon: half, hue: "ochre" },
  "old-news": { icon: history, hue: "ochre" },
  fabricated: { icon: clapperboard, hue: "plum" },
  unproven: { icon: question, hue: "slate" },
  true: { icon: tick, hue: "malachite" },
};
