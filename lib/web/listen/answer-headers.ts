import { config } from "#lib/platform/config";

type ScriptSource = readonly string[];

/** Whether pages of this site are shown inside one, and whether it is shown inside them; other sites do neither. */
type Framing = { shows?: boolean; isShown?: boolean };

/** What pages may load and run: nothing from a third party, and of inline scripts only those that are named. */
export const contentPolicy = (
  scripts: ScriptSource = [],
  isDevelopment = false,
  { shows = false, isShown = false }: Framing = {},
): string =>
  [
    "default-src 'self'",
    ["script-src 'self'", ...scripts, ...(isDevelopment ? ["'unsafe-eval'"] : [])].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "object-src 'none'",
    `frame-src ${shows ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isShown ? "'self'" : "'none'"}`,
  ].join("; ");

/** Says what `frame-ancestors` says, to browsers that do not know that; it cannot allow everybody. */
export const FRAME_OPTIONS = "X-Frame-Options";

const YEAR = 365 * 24 * 60 * 60;

/** What every answer carries, refusals and redirects included; some say a stricter policy than this one. */
export const answerHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentPolicy(),
  "X-Content-Type-Options": "nosniff",
  [FRAME_OPTIONS]: "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-site",
  ...(config.SITE_URL.startsWith("https:") && { "Strict-Transport-Security": `max-age=${YEAR}` }),
};

/** Nothing in what a citizen sent ever runs here, whatever it turns out to be. */
export const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";
