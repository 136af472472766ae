import { describe, expect, it } from "vitest";
import { type EventType, eventTypes, untold } from "#lib/audit/event-types";
import { messages } from "#lib/i18n/messages";

const at = (area: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
      area,
    );

describe.each(["zh-CN", "en"] as const)("the words of the desk in %s", (locale) => {
  const { desk } = messages[locale];

  it("tell every event that a claim's timeline can hold", () => {
    const types = Object.keys(eventTypes) as EventType[];
    const told = types.filter((type) => eventTypes[type] !== "admin" && !untold.includes(type));
    expect(told.filter((type) => typeof at(desk.events, type) !== "string")).toEqual([]);
  });
});
