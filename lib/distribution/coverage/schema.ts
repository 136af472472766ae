import { cursorSchema } from "#lib/platform/cursor";
import { z } from "#lib/platform/validation";
import { coverageStates, coverageViews } from "./states.ts";

/** The prefecture of GB/T 2260 in which a member is; the province's own code for those of the whole province. */
const prefecture = z
  .string()
  .regex(/^51\d{2}00$/)
  .optional();
const memberId = z.string().regex(/^[a-z\d-]{1,80}$/);
/** An address with an empty choice in it is one without. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

export const coverageFilterSchema = z.object({
  state: orNothing(z.enum(coverageStates).optional()),
  prefecture: orNothing(prefecture),
  /** The last member of the page before. */
  cursor: memberId.optional(),
});
export type CoverageFilter = z.output<typeof coverageFilterSchema>;

/** Where a page of silent members begins: since when the last one of the page before was silent, and which one it was. */
const silentCursor = z
  .string()
  .regex(/^\d{1,15}\.[a-z\d-]{1,80}$/)
  .transform((text) => {
    const [time = "", id = ""] = text.split(".");
    return { since: new Date(Number(time)), memberId: id };
  });

export const networkFilterSchema = z.discriminatedUnion("view", [
  z.object({ view: z.literal("notices"), cursor: cursorSchema.optional() }),
  z.object({ view: z.literal("silent"), prefecture: orNothing(prefecture), cursor: silentCursor.optional() }),
  z.object({ view: z.literal("older"), cursor: cursorSchema.optional() }),
]);
export type NetworkFilter = z.output<typeof networkFilterSchema>;
export type SilentFilter = Extract<NetworkFilter, { view: "silent" }>;

export const coveredNoticeSchema = z.object({ debunkId: z.uuid() });
export type CoveredNotice = z.output<typeof coveredNoticeSchema>;

/** What the network's lists are asked for; the newest notices where nothing is said. */
export const readNetworkFilter = (query: object) =>
  networkFilterSchema.safeParse({ view: coverageViews[0], ...query }).data;
