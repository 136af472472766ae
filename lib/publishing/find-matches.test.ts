import { describe, expect, it } from "vitest";
import { tokensOf } from "#lib/matching/tokens";
import { markShared } from "./find-matches.ts";

const marked = (text: string, question: string) =>
  markShared(text, new Set(tokensOf(question))).map((piece) =>
    piece.shared ? `[${piece.text}]` : piece.text,
  );

describe("markShared", () => {
  it("marks runs of han characters that both texts have", () => {
    expect(marked("今晚有大地震？不实", "听说要大地震")).toEqual(["今晚有", "[大地震]", "？不实"]);
  });

  it("marks whole words of other scripts, whatever their case and width", () => {
    expect(marked("No 5G masts here", "５g")).toEqual(["No ", "[5G]", " masts here"]);
  });

  it("loses nothing of the text", () => {
    const text = "𠮷野家 “3点” 停水 two words";
    expect(
      markShared(text, new Set(tokensOf("停水 words")))
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });
});
