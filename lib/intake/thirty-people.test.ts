import { expect, it } from "vitest";
import { weighArrival } from "./weigh-arrival.ts";

it("lets thirty people behind one address send three reports each without asking anything of them", async () => {
  const sent = Array.from({ length: 90 }, () => weighArrival({ network: "an office", channel: "web" }));
  expect(await Promise.all(sent)).toEqual(Array.from({ length: 90 }, () => ({ ok: true })));
});
