import { subscribe } from "node:diagnostics_channel";
import { afterEach, expect } from "vitest";

const heard: unknown[] = [];
// lib/web/handlers.ts tells there; it is not imported, for it reads the settings, which a test may set.
subscribe("bianzhen:undeclared-answer", (answer) => void heard.push(answer));

/** Whatever a test asks an operation: no answer may have a status that the description of the API lacks. */
afterEach(() => {
  expect(heard.splice(0), "answers that the description of the API lacks").toEqual([]);
});
