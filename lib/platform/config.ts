import { join, resolve } from "node:path";
import { z } from "zod";

const wholeNumber = (min: number, max: number) => {
  const error = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.number().min(min, { error }).max(max, { error }));
};

const yesOrNo = z
  .enum(["0", "1", "true", "false"], { error: "1 or 0" })
  .transform((value) => value === "1" || value === "true");

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "a postgresql:// address" });
const siteUrl = z.url({
  protocol: /^https?$/,
  error: "the http:// or https:// address that people type, such as https://example.org",
});
const smtpUrl = z.url({ protocol: /^smtps?$/, error: "the smtp:// or smtps:// address of a mail server" });
const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Each setting, and in its error what it should be. */
const settingsSchema = z
  .object({
    PORT: wholeNumber(1, 65_535).default(3000),
    HOST: z.string().optional(),
    DATA_DIR: z
      .string()
      .default(".data")
      .transform((path) => resolve(path)),
    DATABASE_URL: postgresUrl.optional(),
    DATABASE_POOL_SIZE: wholeNumber(1, 500).default(10),
    /** Files of citizens are refused while the disk has less left; what they report is still taken. */
    DISK_RESERVE_MB: wholeNumber(0, 100_000_000).default(1_024),
    SITE_URL: siteUrl.transform((url) => url.replace(/(?<!\/)\/+$/, "")).optional(),
    SITE_NAME: z.string().max(60, { error: "a name of at most 60 characters" }).optional(),
    DEMO: yesOrNo.optional(),
    DEMO_BANNER: yesOrNo.default(true),
    ROLE: z.enum(["all", "web", "worker"], { error: "all, web or worker" }).default("all"),
    SECRET: z.string().min(32, { error: "a secret text of at least 32 characters" }).optional(),
    /** Proxies in front that may be believed about where a request comes from. */
    TRUSTED_PROXIES: wholeNumber(0, 5).default(0),
    /** Reports that one network may send in ten minutes before they are kept apart; the whole internet may send ten times as many. */
    REPORTS_PER_NETWORK: wholeNumber(1, 999_999_999).default(120),
    /** Megabytes of files that one network may send in an hour; in a day five times as many. */
    UPLOAD_MB_PER_NETWORK: wholeNumber(1, 100_000_000).default(2_000),
    /** Seconds that the pictures of one network may take in an hour until they are decoded. */
    DECODING_SECONDS_PER_NETWORK: wholeNumber(1, 7_200).default(1_800),
    /** Megabytes of files that are kept although nobody has sent them off yet. */
    PENDING_UPLOADS_MB: wholeNumber(1, 100_000_000).default(20_000),
    SMTP_URL: smtpUrl.optional(),
    MAIL_FROM: z
      .string()
      .max(200)
      .regex(/^(?:[^\s<>@]+@[^\s<>@]+|[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>)$/, {
        error: "an address, or a name with one: Name <name@example.org>",
      })
      .optional(),
    /** For tests alone: lets web push reach a receiver on this machine, which is refused otherwise. */
    PUSH_TO_LOOPBACK: yesOrNo.default(false),
    /** For tests alone: a file with the milliseconds by which the clock of every process is wrong. */
    CLOCK_OFFSET_FILE: z
      .string()
      .transform((path) => resolve(path))
      .optional(),
    /** Where backups are written. */
    BACKUP_DIR: z
      .string()
      .transform((path) => resolve(path))
      .optional(),
    /** For whom backups are encrypted. */
    BACKUP_RECIPIENT: z
      .string()
      .regex(/^age1[0-9a-z]+$/, { error: "the recipient of an age key, age1…" })
      .optional(),
    /** A file with what opens an encrypted backup. */
    BACKUP_IDENTITY: z
      .string()
      .transform((path) => resolve(path))
      .optional(),
    /** Receivers of members in the installation's own network, which are refused otherwise: `address:port`, with commas between. */
    WEBHOOK_OWN: z
      .string()
      .transform((list) => list.split(",").map((each) => each.trim()))
      .pipe(
        z.array(
          z.string().regex(/^[\w.:[\]-]{1,253}:\d{1,5}$/, { error: "address:port, with commas between" }),
        ),
      )
      .default([]),
    /** Whoever has it reads /metrics; without it there is no such page. */
    METRICS_TOKEN: z.string().min(24, { error: "a secret text of at least 24 characters" }).optional(),
    LOG_LEVEL: z.enum(logLevels, { error: logLevels.join(", ") }).default("info"),
  })
  .transform(({ SITE_URL, DEMO, BACKUP_DIR, ...settings }) => ({
    ...settings,
    BACKUP_DIR: BACKUP_DIR ?? join(settings.DATA_DIR, "backups"),
    SITE_URL: SITE_URL ?? `http://localhost:${settings.PORT}`,
    DEMO: DEMO ?? settings.DATABASE_URL === undefined,
  }))
  .refine(({ CLOCK_OFFSET_FILE, SITE_URL }) => !CLOCK_OFFSET_FILE || isLoopback(SITE_URL), {
    path: ["CLOCK_OFFSET_FILE"],
    error: "unset where SITE_URL is not an address of this machine alone, such as http://localhost:3000",
  });

/** Whether nobody but this machine itself reaches an address. */
const isLoopback = (url: string): boolean =>
  /^((.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);

export type Config = Readonly<z.infer<typeof settingsSchema>>;

/** A setting has a wrong value; the message has one line for each. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Reads the settings; an empty value counts as absent, and no value is repeated in an error. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = settingsSchema.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  throw new ConfigError(
    result.error.issues.map(({ path, message }) => `${path.join(".")} should be ${message}.`).join("\n"),
  );
}

function parseOrExit(): Config {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ConfigError") throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** The settings of this process; nothing else reads the environment. */
export const config = parseOrExit();
