import { finished } from "node:stream/promises";
import { RewritingStream } from "parse5-html-rewriting-stream";

/** What a reader of a page sees of it: its words, and where it leads or what it shows in a frame. */
export type PageWords = { text: string; addresses: string[] };

/** No notice is longer, with all that stands around it. */
const MOST_WORDS = 200_000;

/** Nobody reads what stands in these. */
const unread = new Set(["script", "style", "template", "noscript", "iframe", "textarea", "title"]);
/** Between these the words go on. */
const inline = new Set([
  "a",
  "b",
  "strong",
  "i",
  "em",
  "u",
  "s",
  "span",
  "font",
  "mark",
  "small",
  "sub",
  "sup",
  "wbr",
]);

/** Reads the words and addresses of a page from its HTML; comments, scripts and hidden fields say nothing. */
export async function pageWords(html: string): Promise<PageWords> {
  const stream = new RewritingStream();
  const [words, addresses]: [string[], string[]] = [[], []];
  let within: string | null = null;
  stream.on("startTag", ({ tagName, attrs, selfClosing }) => {
    if (tagName === "a" || tagName === "iframe") {
      const name = tagName === "a" ? "href" : "src";
      const address = attrs.find((attribute) => attribute.name === name)?.value.trim();
      if (address) addresses.push(address.startsWith("//") ? `https:${address}` : address);
    }
    if (within === null && !selfClosing && unread.has(tagName)) within = tagName;
    if (!inline.has(tagName)) words.push("\n");
  });
  stream.on("endTag", ({ tagName }) => {
    if (tagName === within) within = null;
    if (!inline.has(tagName)) words.push("\n");
  });
  stream.on("text", ({ text }) => {
    if (within === null) words.push(text);
  });
  // What comes out again nobody wants; untaken it would make the stream stand still.
  const done = finished(stream.resume());
  stream.end(html);
  await done;
  const text = words.join("").slice(0, MOST_WORDS);
  return {
    text,
    addresses: [...addresses, ...(text.match(/https?:\/\/[\w\-.~:/?#@!$&'()*+,;=%]{1,500}/g) ?? [])],
  };
}
