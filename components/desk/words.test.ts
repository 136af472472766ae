import { createTranslator } from "next-intl";
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

/** Every path to a word. */
const pathsIn = (area: unknown, path: string): string[] =>
  typeof area === "string"
    ? [path]
    : Object.entries(Object(area)).flatMap(([name, inner]) =>
        pathsIn(inner, path ? `${path}.${name}` : name),
      );

describe.each(["zh-CN", "en"] as const)("the words of the desk in %s", (locale) => {
  const { desk } = messages[locale];

  it("can all be read as messages", () => {
    const wrong: string[] = [];
    for (const path of pathsIn(desk, "")) {
      const onError = ({ code }: { code: string }) => {
        // What is to be put in is not here.
        if (code === "INVALID_MESSAGE") wrong.push(path);
      };
      const translate = createTranslator({ locale, messages: { desk }, namespace: "desk", onError });
      (translate as (path: string) => string)(path);
    }
    expect(wrong).toEqual([]);
  });

  it("tell every event that a claim's timeline can hold", () => {
    const types = Object.keys(eventTypes) as EventType[];
    const told = types.filter((type) => eventTypes[type] !== "admin" && !untold.includes(type));
    expect(told.filter((type) => typeof at(desk.events, type) !== "string")).toEqual([]);
  });
});
