import { describe, expect, it } from "vitest";
import { feedSegment, readFeedSegment } from "./feed-filters.ts";

const segment = (query: string) => feedSegment(new URLSearchParams(query));

describe("feedSegment", () => {
  it("is the same for the same filters in any order", () => {
    expect(segment("verdict=false&topic=food")).toBe(segment("topic=food&verdict=false"));
  });

  it.each(["", "topic=", "_rsc=1abc", "from=timeline", "from=groupmessage&isappinstalled=0"])(
    "is nothing for %j",
    (query) => {
      expect(segment(query)).toBeUndefined();
    },
  );

  it.each([
    "page=2",
    "topic=a&topic=b",
    `cursor=${"x".repeat(201)}`,
    "q=a&q=b",
    `q=${"x".repeat(201)}`,
    "from=timeline&page=1",
  ])("is invalid for %j", (query) => {
    expect(segment(query)).toBe("invalid");
  });

  it("is read back as it was written, and is safe in a path", () => {
    expect(readFeedSegment(segment("q=三星堆&topic=food") ?? "")).toEqual({ q: "三星堆", topic: "food" });
    const query = { cursor: "a/b+c=?&%25 中文", topic: "food" };
    const written = segment(new URLSearchParams(query).toString()) ?? "";
    expect(written).toMatch(/^[\w-]+$/);
    expect(readFeedSegment(written)).toEqual(query);
  });

  it.each(["invalid", "%", "dG9waWM9", "cGFnZT0y", "dG9waWM9Zm9vZA=="])("does not read %j", (written) => {
    expect(readFeedSegment(written)).toBeUndefined();
  });
});
