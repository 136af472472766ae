type Named = { zh: string; zh_full?: string | null; kind: string; short?: readonly string[] };

const provincial = [
  "provincial-department",
  "central-agency-in-province",
  "public-institution",
  "science-body",
];

/** What else people call a member: what the directory lists, and what follows from how its kind is named. */
export function shortNamesOf({ zh, zh_full, kind, short = [] }: Named): string[] {
  const names = new Set([...derived(zh, kind, short), ...(zh_full ? [zh_full] : [])]);
  names.delete(zh);
  return [...names];
}

function derived(zh: string, kind: string, short: readonly string[]): readonly string[] {
  if (provincial.includes(kind))
    return [...short, ...(zh.startsWith("四川省") ? [zh.slice(3)] : [])].flatMap(ofProvince);
  const place = zh.replace(/市委网信办$|州委网信办$|融媒体中心$/u, "");
  if (kind === "city-cyberspace-office") return [`${place}网信办`, zh.replace("委网信办", "网信办")];
  if (kind !== "county-media-centre") return short;
  const spoken = place.length > 2 ? place.replace(/(?:[藏羌彝]族)*(?:自治)?[县市区]$/u, "") : place;
  return [`${spoken}融媒体中心`, `${spoken}融媒`, zh.replace("融媒体中心", "融媒")];
}

/** A body of the province is called so with the province; what only a province has, a 厅, also without it. */
const ofProvince = (body: string): string[] =>
  body.includes("四川")
    ? [body]
    : [
        ...["四川省", "四川", "省"].map((province) => province + body),
        ...(body.endsWith("厅") ? [body] : []),
      ];
