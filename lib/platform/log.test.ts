import { describe, expect, it } from "vitest";
import { describeError } from "./log.ts";

describe("describeError", () => {
  it("tells where and of which kind, never what was written", () => {
    const error = Object.assign(new Error("canary\n    in a second line"), {
      code: "P2002",
      detail: "canary",
    });
    const described = describeError(error);
    expect(described).toMatchObject({ type: "Error", code: "P2002" });
    expect(described.stack).toContain("log.test.ts");
    expect(JSON.stringify(described)).not.toContain("canary");
  });

  it("says nothing about a thrown text", () => {
    expect(describeError("canary")).toEqual({ type: "string" });
  });
});
