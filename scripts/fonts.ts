import { spawnSync } from "node:child_process";
import { aptGet } from "./apt-get.ts";

/** Without fontconfig there is no list, and no font for whoever draws. */
const hasFont = (): boolean =>
  Boolean(spawnSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8" }).stdout?.trim());

/** Sees to a Chinese font, for tests draw pictures of chats and read them. @throws where it can get none */
export function findFonts(): void {
  // Other systems come with one.
  if (process.platform !== "linux" || hasFont()) return;
  if (aptGet("fontconfig", "fonts-noto-cjk") && hasFont()) return;
  throw new Error(
    "Some tests draw and read Chinese and need a Chinese font: install one (Debian: apt-get install fontconfig fonts-noto-cjk).",
  );
}
