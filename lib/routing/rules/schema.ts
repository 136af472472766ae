import { seenOnPlaces } from "#lib/intake/schema";
import { memberKinds } from "#lib/members/vocabulary";
import { z } from "#lib/platform/validation";
import { divisionLevels } from "#lib/reference/divisions";
import { targetPlaces } from "./vocabulary.ts";

const id = z.string().min(1).max(60);
const some = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(400).optional();

/** Whom a rule names: one member, those of a kind, the competent bodies of the topic, or the outlets that know it. */
export const targetSchema = z.union([
  z.strictObject({ member: id }),
  z.strictObject({ kind: z.enum(memberKinds), at: z.enum(targetPlaces) }),
  z.strictObject({ topicLead: z.literal(true) }),
  z.strictObject({ hint: z.literal("outlets") }),
]);
export type Target = z.infer<typeof targetSchema>;

/** For which claims; what is left out is no matter. A subtopic is named with its topic: `health/epidemic`. */
export const whenSchema = z.strictObject({
  topics: some(id),
  subtopics: some(z.string().regex(/^[^/]+\/[^/]+$/)),
  levels: some(z.enum(divisionLevels)),
  /** The claim's division is one of these or lies in it. */
  divisions: some(id),
  seenOn: some(z.enum(seenOnPlaces)),
  /** It is about one of these members. */
  about: some(id),
});
export type RuleWhen = z.infer<typeof whenSchema>;

/** Who does what; `only`: nobody else may verify (a single source by law), `level`: nobody below may state it. */
export const givesSchema = z
  .strictObject({
    lead: targetSchema.optional(),
    support: some(targetSchema),
    writer: targetSchema.optional(),
    platforms: some(targetSchema),
    only: z.literal(true).optional(),
    level: z.enum(divisionLevels).optional(),
  })
  .refine(({ lead, support, writer, platforms, level }) => lead || support || writer || platforms || level, {
    error: "required",
  })
  .refine(({ only, lead }) => !only || lead, { error: "required", path: ["lead"] });
export type RuleGives = z.infer<typeof givesSchema>;

/** A rule as it is applied. */
export type Rule = {
  id: string;
  priority: number;
  when: RuleWhen;
  gives: RuleGives;
  /** Calendar days, both included. */
  validFrom: string | null;
  validTo: string | null;
  note: string;
};

/** A version of the rules, the lowest priority first. */
export type RuleSet = { id: string; number: number; rules: readonly Rule[] };

declare global {
  namespace PrismaJson {
    type RuleWhen = import("./schema.ts").RuleWhen;
    type RuleGives = import("./schema.ts").RuleGives;
  }
}
