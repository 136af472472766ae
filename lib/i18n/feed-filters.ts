const keys = ["cursor", "division", "from", "q", "to", "topic", "verdict"] as const;

export type FeedFilters = Partial<Record<(typeof keys)[number], string>>;

/** WeChat marks a shared link with how it was shared, under a name of ours. */
const shareMarks = { from: ["timeline", "groupmessage", "singlemessage"] };

/**
 * What the address of a feed narrows it to, in one order whatever its own, or null for one that says a thing twice. Names that
 * are none of ours, and empty ones, say nothing.
 */
export function readFeedFilters(query: URLSearchParams): FeedFilters | null {
  const filters: FeedFilters = {};
  for (const key of keys) {
    const [value, ...more] = query.getAll(key).filter((text) => text !== "" && !isShareMark(key, text));
    if (more.length > 0) return null;
    if (value !== undefined) filters[key] = value;
  }
  return filters;
}

const isShareMark = (key: string, value: string) =>
  Object.entries(shareMarks).some(([mark, values]) => mark === key && values.includes(value));
