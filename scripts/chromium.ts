import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import packaged from "@sparticuz/chromium";
import { aptGet } from "./apt-get.ts";

/** The headless shell first: it draws on demand and takes much less time than a browser that hides its window. */
const shell = "chromium-headless-shell";
const programs = [shell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A Chromium for the end-to-end tests: the one named, the system's, Playwright's, or one that it gets. */
export async function findChromium(): Promise<string> {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) {
    if (existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Error(
      `CHROMIUM_PATH should be the path of a Chromium program; ${CHROMIUM_PATH} does not exist.`,
    );
  }
  const present = onPath() ?? (existsSync(chromium.executablePath()) ? chromium.executablePath() : null);
  return present ?? installed() ?? (await unpacked());
}

function onPath() {
  const directories = process.env.PATH?.split(delimiter) ?? [];
  const candidates = programs.flatMap((program) => directories.map((directory) => join(directory, program)));
  return candidates.find(isProgram) ?? null;
}

function isProgram(file: string) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The distribution's own, which comes with Chinese fonts, where we may install it. */
const installed = () =>
  [shell, "chromium"].some((name) => aptGet(name, "fonts-noto-cjk")) ? onPath() : null;

async function unpacked() {
  try {
    return await packaged.executablePath();
  } catch (error) {
    throw new Error(
      `The end-to-end tests need Chromium: install it (Debian: apt-get install ${shell} fonts-noto-cjk), ` +
        `or set CHROMIUM_PATH to one. (${error instanceof Error ? error.message : error})`,
    );
  }
}
