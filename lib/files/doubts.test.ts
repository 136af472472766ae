import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redact } from "#lib/wording/redaction";
import { doubtsIn, markDoubts } from "./doubts.ts";

/** What was read, in which `?` follows whatever was read with doubt. */
function read(marked: string) {
  const text = marked.replaceAll("?", "");
  const sure = [...marked.matchAll(/[^?]\??/gu)].map(([one]) => (one.endsWith("?") ? 0.4 : 0.9));
  return { text, sure };
}

const marked = (words: ReturnType<typeof read>, kept: string) =>
  markDoubts(kept, doubtsIn(words, kept))
    .map(({ text, isDoubtful }) => (isDoubtful ? `[${text}]` : text))
    .join("");

describe("what was read with doubt is marked", () => {
  it.each([
    ["全城停水?三天", "全城停[水]三天"],
    ["全?城?停水三?天", "[全城]停水[三]天"],
    ["停水，?三天。?", "停水，三天。"],
    ["停水三天", "停水三天"],
    ["", ""],
  ])("%s", (given, wanted) => {
    const words = read(given);
    expect(marked(words, words.text)).toBe(wanted);
  });

  it("around what was taken out, and not in it", () => {
    const words = read("请?打138?12345678报?名，打13987654321退?款");
    expect(marked(words, redact(words.text).text)).toBe("[请]打〔电话已隐去〕[报]名，打〔电话已隐去〕[退]款");
  });

  it("and nothing beyond what is kept", () => {
    expect(marked(read("停水三天?"), "停水三")).toBe("停水三");
    expect(marked(read("停?水三天"), "别的")).toBe("别的");
  });
});

it("puts a text together again, whatever is marked in it", () => {
  const stretches = fc.array(fc.record({ start: fc.nat(30), end: fc.nat(30) }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), stretches, (text, some) => {
      const inOrder = some
        .map(({ start, end }) => ({ start: Math.min(start, end), end: Math.max(start, end) }))
        .toSorted((a, b) => a.start - b.start)
        .filter((one, at, all) => all.slice(0, at).every(({ end }) => end <= one.start));
      expect(
        markDoubts(text, inOrder)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
