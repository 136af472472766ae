import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Theme = Record<string, string>;

/** The four palettes in the order of the style sheet; each only says what it changes. */
function readThemes(): Record<string, Theme> {
  const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
  const [light = {}, dark = {}, elder = {}, elderDark = {}] = css
    .split(/(?=--paper: )/)
    .slice(1)
    .map((block) =>
      Object.fromEntries([...block.matchAll(/--([\w-]+): (#\w{6})/g)].map(([, k = "", v = ""]) => [k, v])),
    );
  return {
    light,
    dark: { ...light, ...dark },
    elder: { ...light, ...elder },
    elderDark: { ...light, ...dark, ...elder, ...elderDark },
  };
}

const channel = (hex: string, at: number) => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string) =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/** WCAG 2 contrast ratio. */
function contrast(first: string, second: string): number {
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const hues = ["azurite", "vermilion", "ochre", "malachite", "slate", "plum"];
const grounds = ["paper", "surface", "sunken"];
const pairs = [
  ...grounds.flatMap((ground) =>
    ["ink", "ink-soft", "azurite-deep", "vermilion-deep", ...hues].map((ink) => [ink, ground]),
  ),
  ...hues.flatMap((hue) => [hue, "ink", "ink-soft"].map((ink) => [ink, `${hue}-wash`])),
  ...[...hues, "azurite-deep", "vermilion-deep"].map((hue) => ["on-fill", hue]),
  ["paper", "ink"],
];

describe.each(Object.entries(readThemes()))("%s palette", (name, theme) => {
  const colour = (token: string) => theme[token] ?? "";

  it.each(pairs)("%s is legible on %s", (ink = "", ground = "") => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(name.startsWith("elder") ? 7 : 4.5);
  });

  it.each(grounds)("the edge of a control stands out from %s", (ground) => {
    expect(contrast(colour("line-strong"), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});
