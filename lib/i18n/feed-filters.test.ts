import { describe, expect, it } from "vitest";
import { readFeedFilters } from "./feed-filters.ts";

const read = (query: string) => readFeedFilters(new URLSearchParams(query));

describe("readFeedFilters", () => {
  it("is the same for the same filters in any order", () => {
    const filters = JSON.stringify(read("verdict=false&topic=food"));
    expect(JSON.stringify(read("topic=food&verdict=false"))).toBe(filters);
    expect(filters).toBe('{"topic":"food","verdict":"false"}');
  });

  it.each(["", "topic=", "_rsc=1abc", "page=2", "from=timeline", "from=groupmessage&isappinstalled=0"])(
    "is nothing for %j",
    (query) => {
      expect(read(query)).toEqual({});
    },
  );

  it.each(["topic=a&topic=b", "q=a&q=b", "topic=a&page=1&topic=a"])("is refused for %j", (query) => {
    expect(read(query)).toBeNull();
  });

  it("keeps a day that stands beside the mark of a shared link", () => {
    expect(read("from=timeline&from=2026-01-01&q=三星堆")).toEqual({ from: "2026-01-01", q: "三星堆" });
  });
});
