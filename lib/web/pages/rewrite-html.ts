import { createHash } from "node:crypto";
import { RewritingStream } from "parse5-html-rewriting-stream";

/**
 * What becomes of the framework's scripts in a page: `none` takes them out, for it is only read; `later` puts them to sleep
 * until a form is touched (public/start.js); `all` leaves them.
 */
export type Scripts = "none" | "later" | "all";

/** A page that holds a part back for scripts cannot be read without them: the page, not this file, has to change. */
export class HeldBack extends Error {
  override readonly name = "HeldBack";
}

type StartTag = Parameters<RewritingStream["emitStartTag"]>[0];

/** Our own, which every page has; all others are the framework's. */
const ownScript = /^\/reading\.js$/;

/** Wakes those that sleep. */
const STARTER = '<script src="/start.js" defer=""></script>';
/** Browsers run nothing of such a type. */
const asleep = [
  { name: "type", value: "text/plain" },
  { name: "data-later", value: "" },
];

/**
 * A rendered page as it is sent; structured data and our own scripts always stay. `hashes` are those of the inline scripts
 * that run, for its Content-Security-Policy.
 * @throws HeldBack
 */
export async function rewriteHtml(
  html: string,
  scripts: Scripts,
): Promise<{ html: string; hashes: string[] }> {
  const stream = new RewritingStream();
  const hashes = new Set<string>();
  /** The script that the stream is in, and what stood in it so far: it comes in pieces. */
  let script: Fate = null;
  let inside = "";

  stream.on("startTag", (tag, raw) => {
    script = tag.tagName === "script" ? fateOf(tag, scripts) : null;
    if (script === "dropped" || (scripts !== "all" && isForScripts(tag))) return;
    if (script === "asleep") {
      stream.emitStartTag({ ...tag, attrs: [...asleep, ...tag.attrs] });
      return;
    }
    if (isHeldBack(tag)) throw new HeldBack(`a part of the page waits for scripts: ${raw}`);
    stream.emitRaw(raw);
  });
  stream.on("text", (_, raw) => {
    if (script === "dropped") return;
    if (script === "run" || script === "asleep") inside += raw;
    stream.emitRaw(raw);
  });
  stream.on("endTag", ({ tagName }, raw) => {
    const was = script;
    if (inside) hashes.add(hashOf(inside));
    script = null;
    inside = "";
    if (was !== "dropped") stream.emitRaw(scripts === "later" && tagName === "body" ? STARTER + raw : raw);
  });
  // Only React looks at comments: they are its marks.
  stream.on("comment", (_, raw) => {
    if (scripts !== "none") stream.emitRaw(raw);
  });
  stream.on("doctype", (_, raw) => stream.emitRaw(raw));

  const written = stream.setEncoding("utf8").toArray();
  stream.end(html);
  return { html: (await written).join(""), hashes: [...hashes] };
}

const attributeOf = (tag: StartTag, name: string): string | undefined =>
  tag.attrs.find((attribute) => attribute.name === name)?.value;

/** What becomes of a script; null for an element that is none. */
type Fate = "dropped" | "asleep" | "run" | null;

function fateOf(tag: StartTag, scripts: Scripts): Fate {
  if (attributeOf(tag, "type") === "application/ld+json") return null;
  if (scripts === "all" || ownScript.test(attributeOf(tag, "src") ?? "")) return "run";
  // Browsers that know no modules read, and use the plain forms.
  return scripts === "later" && attributeOf(tag, "nomodule") === undefined ? "asleep" : "dropped";
}

/** A hint to fetch scripts that are not run. */
const isForScripts = (tag: StartTag): boolean =>
  tag.tagName === "link" &&
  (attributeOf(tag, "rel") === "modulepreload" ||
    (attributeOf(tag, "rel") === "preload" && attributeOf(tag, "as") === "script"));

/** React writes a part that was late into a hidden element, and a script moves it to its place. */
const isHeldBack = (tag: StartTag): boolean =>
  tag.tagName === "div" &&
  attributeOf(tag, "hidden") !== undefined &&
  (attributeOf(tag, "id") ?? "").startsWith("S:");

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
