import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseConfig } from "./config.ts";

describe("parseConfig", () => {
  it("runs with nothing set: demo content, on localhost, in .data", () => {
    expect(parseConfig({})).toMatchObject({
      PORT: 3000,
      DATA_DIR: resolve(".data"),
      SITE_URL: "http://localhost:3000",
      DEMO: true,
      DEMO_BANNER: true,
      ROLE: "all",
    });
  });

  it("loads no demo content into a database of somebody's own unless told to", () => {
    const DATABASE_URL = "postgres://somebody@db.example/bianzhen";
    expect(parseConfig({ DATABASE_URL }).DEMO).toBe(false);
    expect(parseConfig({ DATABASE_URL, DEMO: "1" }).DEMO).toBe(true);
    expect(parseConfig({ DEMO: "false" }).DEMO).toBe(false);
  });

  it("derives the address from the port and drops a slash at the end", () => {
    expect(parseConfig({ PORT: "4100" }).SITE_URL).toBe("http://localhost:4100");
    expect(parseConfig({ SITE_URL: "https://py.example//" }).SITE_URL).toBe("https://py.example");
  });

  it.each([
    "desk@py.example",
    "<desk@py.example>",
    "辟谣平台 <desk@py.example>",
    "desk@py <desk@py.example>",
  ])("sends letters from %s", (MAIL_FROM) => expect(parseConfig({ MAIL_FROM })).toMatchObject({ MAIL_FROM }));

  it("writes backups below the data directory unless told otherwise", () => {
    expect(parseConfig({ DATA_DIR: "/srv/data" }).BACKUP_DIR).toBe("/srv/data/backups");
    expect(parseConfig({ BACKUP_DIR: "backups" }).BACKUP_DIR).toBe(resolve("backups"));
  });

  it("treats an empty value as absent", () => {
    expect(parseConfig({ PORT: "", SITE_NAME: " ", DEMO: "" })).toMatchObject({ PORT: 3000, DEMO: true });
  });

  it.each([
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "3000.5"],
    ["PORT", "0x50"],
    ["DATABASE_URL", "mysql://u:hunter2@db/x"],
    ["DATABASE_URL", "hunter2"],
    ["SITE_URL", "example.org"],
    ["SITE_URL", "javascript:alert(1)"],
    ["DEMO", "yes"],
    ["ROLE", "desk"],
    ["SECRET", "hunter2"],
    ["LOG_LEVEL", "loud"],
    ["DATABASE_POOL_SIZE", "0"],
    ["UPLOAD_MB_PER_NETWORK", "0"],
    ["DECODING_SECONDS_PER_NETWORK", "7201"],
    ["PENDING_UPLOADS_MB", "1.5"],
    ["BACKUP_RECIPIENT", "hunter2"],
    ["BACKUP_RECIPIENT", "AGE-SECRET-KEY-1HUNTER2"],
    ["MAIL_FROM", "hunter2"],
    ["MAIL_FROM", "辟谣平台 <desk@py.example"],
    ["MAIL_FROM", "desk@py.example <hunter2>"],
  ])("says in one line what %s should be when it is %s, without repeating it", (name, value) => {
    const message = (() => {
      try {
        parseConfig({ [name]: value });
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).toMatch(new RegExp(`^ConfigError: ${name} should be .+\\.$`));
    expect(message).not.toContain("hunter2");
  });

  it("moves the clock only where nobody from outside comes", () => {
    const CLOCK_OFFSET_FILE = "/tmp/offset";
    for (const SITE_URL of ["http://localhost:3000", "http://127.0.0.1:4100", "http://[::1]:3000", ""]) {
      expect(parseConfig({ CLOCK_OFFSET_FILE, SITE_URL })).toMatchObject({ CLOCK_OFFSET_FILE });
    }
    for (const SITE_URL of [
      "https://py.example",
      "http://192.168.1.9:3000",
      "http://localhost.example",
      "http://127.0.0.1.example",
    ]) {
      expect(() => parseConfig({ CLOCK_OFFSET_FILE, SITE_URL })).toThrow(
        /^CLOCK_OFFSET_FILE should be unset where SITE_URL is not .+\.$/,
      );
      expect(parseConfig({ SITE_URL }).CLOCK_OFFSET_FILE).toBeUndefined();
    }
  });

  it("has a line for each wrong setting", () => {
    expect(() => parseConfig({ PORT: "x", ROLE: "x" })).toThrow(/^PORT .*\nROLE .*$/);
  });
});
