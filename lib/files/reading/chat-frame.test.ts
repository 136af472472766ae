import { describe, expect, it } from "vitest";
import { isStatusBar } from "./chat-frame.ts";
import { joinLines } from "./lines.ts";
import type { Line } from "./sheet.ts";

type Given = { text: string; left?: number; right?: number; isFramed?: boolean };

const line = ({ text, left = 100, right = 500, isFramed = false }: Given, top: number): Line => ({
  text,
  sure: Array.from(text, () => 0.95),
  left,
  right,
  top,
  bottom: top + 30,
  isFramed,
});

/** The rows of a screen of 720 pixels, each of one line or several. */
const read = (...rows: readonly (Given | readonly Given[])[]) =>
  joinLines({
    width: 720,
    height: 1280,
    lines: rows.flatMap((row, at) => [row].flat().map((given) => line(given, 20 + at * 70))),
  }).text;

const bubble = (text: string) => ({ text, isFramed: true });
const title = (text: string) => ({ text, left: 260, right: 460 });
const status = [
  { text: "21:36", left: 40, right: 110 },
  { text: "5G 87%", left: 600, right: 690 },
];
const said = bubble("今晚停水三天，速转");

describe("what a chat shows around its messages is left out:", () => {
  it.each([
    ["its heading", [title("相亲相爱一家人"), said]],
    ["its heading with a count", [title("相亲相爱一家人(128)"), said]],
    [
      "the same beside an arrow, wherever it stands",
      [
        [
          { text: "<", left: 10, right: 30 },
          { text: "业主群（499）…", left: 60, right: 220 },
        ],
        said,
      ],
    ],
    ["the telephone's bar", [status, said]],
    ["bar and heading", [status, title("三姨"), said]],
    ["a day and a time", [title("三姨"), title("昨天21:36"), said, title("星期三 08:12")]],
    [
      "times in other spellings",
      [title("下午3：07"), said, title("2026年1月5日 上午10:20"), title("Yesterday 9:36 PM")],
    ],
  ] as const)("%s", (_, rows) => {
    expect(read(...rows)).toBe(said.text);
  });
});

describe("what says something stays:", () => {
  it.each([
    ["the headline of a poster", [title("停水通知"), { text: "全城停水三天" }]],
    ["that of a card, which stands in it", [bubble("停水通知"), said]],
    ["a sentence over pictures with words", [title("今晚停水，速转！"), said]],
    ["a count without a chat", [title("停水通知(2)"), { text: "全城停水三天" }]],
    ["what stands at the left over a card", [{ text: "停水通知", left: 20, right: 120 }, said]],
    ["a time with what happens then", [{ text: "今晚21:36停水" }, said]],
    ["a time in a table", [[{ text: "锦江区" }, { text: "21:36", left: 520, right: 600 }], said]],
  ] as const)("%s", (_, rows) => {
    const all = rows.map((row) =>
      [row]
        .flat()
        .map(({ text }) => text)
        .join(" "),
    );
    expect(read(...rows)).toBe(all.join("\n"));
  });
});

it.each([
  ["21:36", true],
  ["9:41 中国移动 5G 100", true],
  ["中国联通 上午9:41 87%", true],
  ["08:30 HD 0.5K/s 4G 62", true],
  ["21:36停水", false],
  ["5G 87%", false],
  ["21:36 13812345678", false],
])("tells a status bar: %s", (text, is) => {
  expect(isStatusBar([line({ text }, 0)])).toBe(is);
});
