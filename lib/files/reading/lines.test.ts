import { expect, it } from "vitest";
import { joinLines } from "./lines.ts";

const line = (text: string, top: number, left = 100, right = 500, sure = 0.95) => ({
  text,
  sure,
  left,
  right,
  top,
  bottom: top + 30,
});

it("runs the lines of a bubble together and keeps bubbles apart", () => {
  const lines = [
    line("相亲相爱一家人", 10, 250, 450),
    line("【紧急通知】自来水", 100),
    line("明天起停水三天，", 145, 98),
    line("速转！", 190, 102, 180),
    line("真的吗", 300, 320, 500),
  ];
  expect(joinLines(lines)).toBe("相亲相爱一家人\n【紧急通知】自来水明天起停水三天，速转！\n真的吗");
});

it("separates words, but not han, at the end of a line", () => {
  expect(joinLines([line("drink hot", 0), line("water now", 40)])).toBe("drink hot water now");
  expect(joinLines([line("喝热水", 0), line("3天", 40)])).toBe("喝热水3天");
});

it("drops guesses and what has no word in it", () => {
  expect(joinLines([line("水", 0, 0, 9, 0.3), line("…—", 100), line("停水", 200)])).toBe("停水");
  expect(joinLines([])).toBe("");
});
