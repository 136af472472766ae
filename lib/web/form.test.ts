import { describe, expect, it } from "vitest";
import { email, requiredText, several, text, ticked, z } from "#lib/platform/validation";
import { changeRows, countRows, readForm, typedIn } from "./form.ts";

type Entry = readonly [string, string | File];

function sent(...entries: readonly Entry[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

const file = new File(["x"], "x.txt");

describe("readForm", () => {
  const schema = z.object({
    wording: requiredText(10),
    note: text(10).optional(),
    version: z.coerce.number().int().positive().optional(),
    places: several(z.array(z.string().regex(/^\d$/))),
    isFirst: ticked,
    at: z.object({ x: z.coerce.number() }).optional(),
    points: several(z.array(z.object({ text: text(5).default(""), ids: several(z.array(z.string())) }))),
  });
  const start = ["wording", "词"] as const;
  const empty = { wording: "词", places: [], isFirst: false, points: [] };

  it.each<[string, Entry[], object]>([
    ["what is left out", [], empty],
    ["an empty field as none", [["note", ""]], empty],
    ["a text", [["note", "  补充 "]], { ...empty, note: "补充" }],
    ["a number", [["version", "7"]], { ...empty, version: 7 }],
    ["one of several", [["places", "1"]], { ...empty, places: ["1"] }],
    [
      "several, without the empty ones",
      [
        ["places", "1"],
        ["places", ""],
        ["places", "2"],
      ],
      { ...empty, places: ["1", "2"] },
    ],
    [
      "a list of empty choices as an empty list",
      [
        ["places", ""],
        ["places", ""],
      ],
      empty,
    ],
    ["a tick", [["isFirst", "on"]], { ...empty, isFirst: true }],
    ["a group", [["at.x", "3"]], { ...empty, at: { x: 3 } }],
    [
      "rows in their order, an empty one too",
      [
        ["points[10].text", "丙"],
        ["points[2].text", ""],
        ["points[10].ids", "a"],
        ["points[0].text", "甲"],
      ],
      {
        ...empty,
        points: [
          { text: "甲", ids: [] },
          { text: "", ids: [] },
          { text: "丙", ids: ["a"] },
        ],
      },
    ],
    [
      "a field that is also the name of a group",
      [
        ["note.more", "x"],
        ["note", "补充"],
      ],
      { ...empty, note: "补充" },
    ],
    [
      "names that are no fields as nothing",
      [
        ["$ACTION_1:0", "x"],
        ["x y", "x"],
        ["note[]", "x"],
        ["note.__proto__", "x"],
      ],
      empty,
    ],
  ])("reads %s", (_, entries, input) => {
    expect(readForm(schema, sent(start, ...entries))).toEqual({ ok: true, input });
  });

  it.each<[string, Entry[], object]>([
    ["nothing where something is needed", [], { wording: "required" }],
    ["spaces for nothing", [["wording", "  "]], { wording: "required" }],
    ["two texts where one is asked for", [start, start], { wording: "invalid" }],
    ["a file where a text is asked for", [["wording", file]], { wording: "invalid" }],
    ["a group where a text is asked for", [["wording.zh", "词"]], { wording: "invalid" }],
    [
      "only the first problem of a field",
      [
        ["wording", "一二三四五六七八九十又一"],
        ["places", "x"],
        ["places", "y"],
      ],
      { wording: "tooLong", places: "invalid" },
    ],
    [
      "the field of a row",
      [start, ["points[0].text", "一"], ["points[1].text", "一二三四五六"]],
      { "points[1].text": "tooLong" },
    ],
    ["no number", [start, ["version", "seven"]], { version: "invalid" }],
  ])("tells %s", (_, entries, errors) => {
    expect(readForm(schema, sent(...entries))).toEqual({ ok: false, errors });
  });

  it("ties a problem of the whole to the field that it names, sent or not", () => {
    const same = z
      .object({ password: z.string(), repeat: z.string().optional() })
      .refine(({ password, repeat }) => password === repeat, { error: "mismatch", path: ["repeat"] });
    expect(readForm(same, sent(["password", "x"]))).toEqual({ ok: false, errors: { repeat: "mismatch" } });
  });

  it("keeps the prototype out of reach", () => {
    const hostile = [
      "__proto__.polluted",
      "__proto__[polluted]",
      "__proto__",
      "constructor.prototype.polluted",
      "wording.__proto__",
    ];
    const form = sent(start, ...hostile.map((name) => [name, "yes"] as const));
    expect(readForm(schema, form)).toEqual({ ok: true, input: empty });
    expect(Object.getPrototypeOf(typedIn(form))).toBe(Object.prototype);
    expect({}).not.toHaveProperty("polluted");
  });

  it("is not kept busy by ten thousand fields, by huge numbers of rows or by deep names", () => {
    const many = Array.from({ length: 10_000 }, (_, at) => [`x${at}`, "x"] as const);
    const deep = [`a${".a".repeat(50_000)}`, "x"] as const;
    const huge = [
      ["points[9999].text", "末"],
      ["points[4294967294].text", "x"],
      ["places[4294967294]", "x"],
    ] as const;
    const form = sent(start, deep, ...huge, ...many);
    expect(readForm(schema, form)).toEqual({
      ok: true,
      input: { ...empty, points: [{ text: "末", ids: [] }] },
    });
    expect(Object.keys(typedIn(form)).length).toBeLessThanOrEqual(500);
  });

  it("reads an address as every other door does", () => {
    expect(readForm(z.object({ email }), sent(["email", " A@Example.org "]))).toMatchObject({
      input: { email: "a@example.org" },
    });
  });
});

describe("typedIn", () => {
  it("keeps what was typed, each value of a name that was sent several times, and no secret", () => {
    const form = sent(
      ["name", "甲"],
      ["roles", "a"],
      ["roles", "b"],
      ["note", ""],
      ["password", "x"],
      ["repeat", "x"],
      ["current", "x"],
      ["file", file],
      ["$ACTION_KEY", "x"],
    );
    expect(typedIn(form)).toEqual({ name: ["甲"], roles: ["a", "b"], note: [""], file: [] });
  });
});

describe("changeRows", () => {
  const typed = {
    title: ["题"],
    "points[0].text": ["甲"],
    "points[0].ids": ["a", "b"],
    "points[1].text": ["乙"],
    "points[2].text": ["丙"],
  };

  it("adds an empty row at the end", () => {
    expect(countRows(changeRows(typed, "add points 0"), "points")).toBe(4);
  });

  it("removes a row, and those after it move up", () => {
    expect(changeRows(typed, "remove points 0")).toEqual({
      title: ["题"],
      "points[0].text": ["乙"],
      "points[1].text": ["丙"],
    });
  });

  it("moves a row up with everything in it", () => {
    expect(changeRows(typed, "raise points 1")).toEqual({
      title: ["题"],
      "points[1].text": ["甲"],
      "points[1].ids": ["a", "b"],
      "points[0].text": ["乙"],
      "points[2].text": ["丙"],
    });
  });

  it.each([
    "",
    "raise",
    "remove points",
    "remove points 9",
    "raise points -1",
    "raise __proto__ 0",
    "burn points 1",
  ])("changes nothing when told %j", (command) => expect(changeRows(typed, command)).toEqual(typed));
});
