import { describe, expect, it } from "vitest";
import { joinLines, rowsOf } from "./lines.ts";
import type { Line } from "./sheet.ts";

const line = (text: string, top: number, left = 100, right = 500, sure = 0.95): Line => ({
  text,
  sure: Array.from(text, () => sure),
  left,
  right,
  top,
  bottom: top + 30,
  isFramed: false,
});

const join = (lines: readonly Line[]) => joinLines({ width: 720, height: 1280, lines }).text;

describe("joinLines", () => {
  it("runs the lines of a bubble together and keeps bubbles apart", () => {
    const lines = [
      line("相亲相爱一家人", 10, 250, 450),
      line("【紧急通知】自来水", 100),
      line("明天起停水三天，", 145, 98),
      line("速转！", 190, 102, 180),
      line("真的吗", 300, 320, 500),
    ];
    expect(join(lines)).toBe("相亲相爱一家人\n【紧急通知】自来水明天起停水三天，速转！\n真的吗");
  });

  it("separates words, but not han, at the end of a line", () => {
    expect(join([line("drink hot", 0), line("water now", 40)])).toBe("drink hot water now");
    expect(join([line("喝热水", 0), line("3天", 40)])).toBe("喝热水3天");
  });

  it("drops guesses and what has no word in it", () => {
    expect(join([line("水", 0, 0, 9, 0.3), line("…—", 100), line("停水", 200)])).toBe("停水");
    expect(join([])).toBe("");
  });

  it("reads a table row by row, however close its rows stand", () => {
    const cells = [
      line("9月6日", 44, 450, 560),
      line("锦江区", 38, 40, 140),
      line("地区", 0, 40, 110),
      line("恢复", 2, 450, 520),
      line("停水", 1, 240, 310),
      line("9月3日", 40, 240, 350),
    ];
    expect(join(cells)).toBe("地区 停水 恢复\n锦江区 9月3日 9月6日");
  });

  it("says of each sign how surely it was read", () => {
    const { text, sure } = joinLines({
      width: 720,
      height: 400,
      lines: [line("停水", 0, 40, 100, 0.9), line("三天", 2, 200, 260, 0.7), line("真的吗", 100)],
    });
    expect(text).toBe("停水 三天\n真的吗");
    expect(sure).toEqual([0.9, 0.9, 1, 0.7, 0.7, 1, 0.95, 0.95, 0.95]);
  });
});

it("puts no lines beside each other that lie over each other", () => {
  expect(rowsOf([line("上", 0), line("下", 12)])).toHaveLength(2);
});
