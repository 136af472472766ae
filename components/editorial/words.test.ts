import { expect, it } from "vitest";
import { eventTypes } from "#lib/audit/event-types";
import { gateProblems } from "#lib/editorial/evidence-gate";
import { checklists } from "#lib/editorial/status";
import { messages } from "#lib/i18n/messages";

const { editorial, people } = messages["zh-CN"];

it.each([
  [
    "event of the audit log",
    people.audit.event,
    Object.keys(eventTypes).map((type) => type.replace(".", "-")),
  ],
  ["item of a review's checklist", editorial.review.checklist, Object.values(checklists).flat()],
  ["problem of the evidence gate", editorial.gate.problem, gateProblems],
])("every %s has its words and no words are left over", (_, words, codes) => {
  expect(Object.keys(words).sort()).toEqual([...codes].sort());
});
