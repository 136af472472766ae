/** The colours of the pages (app/globals.css) that the widget uses, by day and by night. */
const light = {
  paper: "#fbfaf7",
  line: "#dcd8ce",
  ink: "#1c2024",
  "ink-soft": "#555c63",
  azurite: "#1f5d73",
  vermilion: "#b3341f",
  "vermilion-wash": "#faeae6",
  ochre: "#9a6100",
  "ochre-wash": "#faf0dc",
  malachite: "#2c6e49",
  slate: "#5b6470",
  plum: "#6b3f73",
  "on-fill": "#ffffff",
};
const dark: typeof light = {
  paper: "#14171a",
  line: "#363c42",
  ink: "#e9e6e0",
  "ink-soft": "#a9afb5",
  azurite: "#82bdd3",
  vermilion: "#f09a86",
  "vermilion-wash": "#3a1f1a",
  ochre: "#e0b15e",
  "ochre-wash": "#34290f",
  malachite: "#86c9a1",
  slate: "#b3bac3",
  plum: "#d3a5db",
  "on-fill": "#101316",
};
export const widgetColours = { light, dark };

const tokens = (colours: typeof light): string =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");

const hues = ["vermilion", "ochre", "malachite", "slate", "plum"]
  .map((hue) => `.${hue}{background:var(--${hue})}`)
  .join("");

/** The style of the widget: all of it, for nothing is fetched besides. */
export const widgetStyle = [
  `:root{color-scheme:light dark;${tokens(light)}}`,
  `@media (prefers-color-scheme:dark){:root{${tokens(dark)}}}`,
  "*{margin:0;box-sizing:border-box}",
  `body{padding:16px;background:var(--paper);color:var(--ink);overflow-wrap:anywhere;font:17px/1.65 "PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC","Microsoft YaHei",sans-serif}`,
  `h1{font:600 1.25em/1.4 "Source Han Serif SC","Noto Serif CJK SC","Songti SC",serif}`,
  "a{color:inherit;text-decoration:none}a:hover{text-decoration:underline}",
  ":focus-visible{outline:3px solid #f2b600;outline-offset:2px}",
  "p{margin-top:10px}",
  ".verdict{display:inline-flex;align-items:center;gap:.5em;padding:.3em .9em;border-radius:4px;color:var(--on-fill);font-weight:600}",
  hues,
  "svg{width:1.1em;height:1.1em;fill:none;stroke:currentColor;stroke-width:2.25;stroke-linecap:round;stroke-linejoin:round}",
  ".change{margin:0 0 12px;padding:8px 12px;border-inline-start:4px solid var(--ochre);background:var(--ochre-wash)}",
  ".retraction{border-color:var(--vermilion);background:var(--vermilion-wash)}",
  ".change span{display:block}",
  ".foot{display:flex;flex-wrap:wrap;gap:0 1em;padding-top:8px;border-top:1px solid var(--line);font-size:.9em;color:var(--ink-soft)}",
  ".foot a{color:var(--azurite);text-decoration:underline}",
].join("");
