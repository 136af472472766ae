/** What somebody asks, as a form holds it. */
export type Asked = {
  text?: string | undefined;
  /** The field for links, as it was typed. */
  links?: string | undefined;
  uploadIds?: readonly string[] | undefined;
  /** Whether the words of a file are still on their way: what is found till then is not the whole answer. */
  isReading?: boolean | undefined;
};

/**
 * Tells one question from another: the same words, links and files give the same short text. A page says by it which
 * question its answers were about; it keeps nobody from anything.
 */
export function fingerprintOf({ text = "", links = "", uploadIds = [] }: Asked): string {
  const typed = [text, links].map((part) => part.replace(/\s+/g, " ").trim());
  const all = [...typed, ...[...uploadIds].sort()].join("\n");
  // FNV-1a, 32 bits
  let hash = 0x811c9dc5;
  for (let at = 0; at < all.length; at++) hash = Math.imul(hash ^ all.charCodeAt(at), 0x01000193);
  return `${(hash >>> 0).toString(36)}-${all.length}`;
}
