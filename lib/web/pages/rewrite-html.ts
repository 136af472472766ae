import { createHash } from "node:crypto";
import { RewritingStream } from "parse5-html-rewriting-stream";

/** What becomes of the framework's scripts in a page: `none` takes them out, for it is only read; `all` leaves them. */
export type Scripts = "none" | "all";

/** A page that holds a part back for scripts cannot be read without them: the page, not this file, has to change. */
export class HeldBack extends Error {
  override readonly name = "HeldBack";
}

type StartTag = Parameters<RewritingStream["emitStartTag"]>[0];

/** Our own, which every page has; all others are the framework's. */
const ownScript = /^\/reading\.js$/;

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
  let script: "dropped" | "run" | null = null;
  let inside = "";

  stream.on("startTag", (tag, raw) => {
    script = tag.tagName === "script" ? fateOf(tag, scripts) : null;
    if (script === "dropped" || (scripts === "none" && isForScripts(tag))) return;
    if (isHeldBack(tag)) throw new HeldBack(`a part of the page waits for scripts: ${raw}`);
    stream.emitRaw(raw);
  });
  stream.on("text", (_, raw) => {
    if (script === "dropped") return;
    if (script === "run") inside += raw;
    stream.emitRaw(raw);
  });
  stream.on("endTag", (_, raw) => {
    const was = script;
    if (inside) hashes.add(hashOf(inside));
    script = null;
    inside = "";
    if (was !== "dropped") stream.emitRaw(raw);
  });
  // Only React looks at comments: they are its marks.
  stream.on("comment", (_, raw) => {
    if (scripts === "all") stream.emitRaw(raw);
  });
  stream.on("doctype", (_, raw) => stream.emitRaw(raw));

  const written = stream.setEncoding("utf8").toArray();
  stream.end(html);
  return { html: (await written).join(""), hashes: [...hashes] };
}

const attributeOf = (tag: StartTag, name: string): string | undefined =>
  tag.attrs.find((attribute) => attribute.name === name)?.value;

function fateOf(tag: StartTag, scripts: Scripts): "dropped" | "run" | null {
  if (attributeOf(tag, "type") === "application/ld+json") return null;
  return scripts === "all" || ownScript.test(attributeOf(tag, "src") ?? "") ? "run" : "dropped";
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
