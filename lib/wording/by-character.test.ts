import { expect, it, vi } from "vitest";
import { byCharacter } from "./by-character.ts";

it("works out what becomes of a character once, and does not keep what a stranger can send without end", () => {
  const make = vi.fn((character: string) => character.toLowerCase());
  const fold = byCharacter("tested characters", make);
  const beyond = (at: number) => String.fromCodePoint(0x2_0000 + at);
  const asked = (character: string) => {
    make.mockClear();
    expect(fold(character)).toBe(character.toLowerCase());
    return make.mock.calls.length;
  };
  for (const character of ["水", "Ａ", "\ud800", "𠮷"]) {
    expect([asked(character), asked(character)]).toEqual([1, 0]);
  }
  for (let at = 0; at < 60_000; at++) fold(beyond(at));
  expect([asked("水"), asked("Ａ")]).toEqual([0, 0]);
  expect([asked("𠮷"), asked("𠮷")]).toEqual([1, 0]);
});
