import { seenOnPlaces } from "#lib/intake/schema";
import { day, requiredText, rowNumber, seenVersion, text, ticked, z } from "#lib/platform/validation";
import { divisionLevels } from "#lib/reference/divisions";
import { givesSchema } from "./schema.ts";
import { targetOf } from "./targets.ts";

/** A choice that may be left open. */
const open = <Inner extends z.ZodType>(inner: Inner) =>
  z.preprocess((value) => (value === "" ? undefined : value), inner.optional());

/** Several choices under one name, of which some may be left open. */
const chosen = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => [value ?? []].flat().filter((each) => each !== ""), z.array(item).max(60));

const id = z.string().min(1).max(60);
const target = z.string().transform((text, { addIssue }) => {
  const found = targetOf(text);
  if (!found) addIssue({ code: "custom", message: "unknown" });
  return found ?? z.NEVER;
});

const some = <Item>(items: readonly Item[]) => (items.length > 0 ? [...new Set(items)] : undefined);

const seen = { ruleSetId: z.uuid(), version: seenVersion };

export const draftRulesSchema = z.object({ ruleSetId: z.uuid() });
export type DraftRules = z.infer<typeof draftRulesSchema>;

/** A rule as its form sends it. */
export const saveRuleSchema = z
  .object({
    ...seen,
    ruleId: open(z.uuid()),
    priority: rowNumber.max(9_999),
    topics: chosen(id),
    subtopics: chosen(z.string().regex(/^[^/]+\/[^/]+$/)),
    levels: chosen(z.enum(divisionLevels)),
    divisions: chosen(id),
    seenOn: chosen(z.enum(seenOnPlaces)),
    about: chosen(id),
    lead: open(target),
    only: ticked,
    level: open(z.enum(divisionLevels)),
    writer: open(target),
    support: chosen(id),
    platforms: chosen(id),
    validFrom: open(day),
    validTo: open(day),
    note: text(300),
  })
  .transform((form, { addIssue }) => {
    const { ruleSetId, version, ruleId, priority, note, validFrom = null, validTo = null } = form;
    const { topics, subtopics, levels, divisions, seenOn, about, lead, only, level, writer } = form;
    const named = (ids: readonly string[]) => some(ids)?.map((member) => ({ member }));
    const when = {
      topics: some(topics),
      subtopics: some(subtopics),
      levels: some(levels),
      divisions: some(divisions),
      seenOn: some(seenOn),
      about: some(about),
    };
    const given = { lead, support: named(form.support), writer, platforms: named(form.platforms), level };
    const gives = givesSchema.safeParse(withoutEmpty({ ...given, ...(only && { only: true }) }));
    if (!gives.success) {
      const isLead = only && !lead;
      addIssue({ code: "custom", message: isLead ? "required" : "atLeastOne", path: ["lead"] });
    }
    if (validFrom && validTo && validTo < validFrom)
      addIssue({ code: "custom", message: "badDate", path: ["validTo"] });
    return {
      ...{ ruleSetId, version, ruleId, priority, note, validFrom, validTo },
      when: withoutEmpty(when),
      gives: gives.data ?? {},
    };
  });
export type SaveRule = z.output<typeof saveRuleSchema>;

const withoutEmpty = <Given extends object>(given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Given;

export const removeRuleSchema = z.object({ ...seen, ruleId: z.uuid() });
export type RemoveRule = z.infer<typeof removeRuleSchema>;

export const proposeRulesSchema = z.object({ ...seen, note: requiredText(300) });
export type ProposeRules = z.infer<typeof proposeRulesSchema>;

export const decideRulesSchema = z.object(seen);
export type DecideRules = z.infer<typeof decideRulesSchema>;

/** `insteadOf`: the version that the person saw active. */
export const rollBackSchema = z.object({
  ruleSetId: z.uuid(),
  insteadOf: z.uuid(),
  reason: requiredText(300),
});
export type RollBack = z.infer<typeof rollBackSchema>;
