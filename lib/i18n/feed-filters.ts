const keys = ["cursor", "division", "from", "q", "to", "topic", "verdict"] as const;

export type FeedFilters = Partial<Record<(typeof keys)[number], string>>;

const longest = 200;

/** WeChat marks a shared link with how it was shared, under a name of ours. */
const shareMarks = { from: ["timeline", "groupmessage", "singlemessage"], isappinstalled: ["0", "1"] };

/** The path segment that stands for a feed's filters, whatever their order; undefined when there are none. */
export function feedSegment(query: URLSearchParams): string | undefined {
  const filters: FeedFilters = {};
  for (const [key, value] of query) {
    if (key === "_rsc" || value === "" || isShareMark(key, value)) continue;
    if (!isKey(key) || filters[key] !== undefined || value.length > longest) return "invalid";
    filters[key] = value;
  }
  const canonical = new URLSearchParams(keys.flatMap((key) => toPair(key, filters[key]))).toString();
  return canonical === "" ? undefined : toBase64Url(canonical);
}

/** Reads a segment back; undefined when it is not one that feedSegment makes. */
export function readFeedSegment(segment: string): FeedFilters | undefined {
  try {
    const query = new URLSearchParams(fromBase64Url(segment));
    return feedSegment(query) === segment ? Object.fromEntries(query) : undefined;
  } catch {
    return undefined;
  }
}

const isKey = (key: string): key is (typeof keys)[number] => keys.some((known) => known === key);

const isShareMark = (key: string, value: string) =>
  Object.entries(shareMarks).some(([mark, values]) => mark === key && values.includes(value));

const toPair = (key: string, value: string | undefined) => (value === undefined ? [] : [[key, value]]);

/** base64url: a segment of letters and digits is never escaped, so no layer can unescape it once too often. */
const toBase64Url = (text: string) => Buffer.from(text).toString("base64url");
const fromBase64Url = (text: string) => Buffer.from(text, "base64url").toString();
