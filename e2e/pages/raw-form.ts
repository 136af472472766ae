import type { APIRequestContext, APIResponse } from "@playwright/test";

const named: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'", "#39": "'" };
const decode = (text: string) => text.replace(/&(\w+|#\w+);/g, (whole, name: string) => named[name] ?? whole);

/** The hidden fields of the form that has a control of this name: what a browser without scripts sends along. */
export function hiddenFieldsOf(html: string, control: string): Record<string, string> {
  const form = html
    .split("<form")
    .map((part) => part.split("</form>")[0] ?? "")
    .find((part) => part.includes(` name="${control}"`));
  if (!form) throw new Error(`the page has no form with ${control}`);
  const inputs = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => ({
    name: decode(/ name="([^"]*)"/.exec(tag)?.[1] ?? ""),
    value: decode(/ value="([^"]*)"/.exec(tag)?.[1] ?? ""),
  }));
  return Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
}

/** What every browser says with a form of ours. */
export const fromHere = { origin: process.env.BASE_URL ?? "" };

type Fields = Record<string, string | readonly string[]>;

/** Opens a page, fills in the form that has the first of these fields, and sends it as a browser without scripts does. */
export async function sendForm(
  request: APIRequestContext,
  path: string,
  fields: Fields,
): Promise<APIResponse> {
  const [first = ""] = Object.keys(fields);
  const page = await request.get(path);
  const html = await page.text();
  const form = new FormData();
  for (const [name, value] of Object.entries(hiddenFieldsOf(html, first))) {
    if (!(name in fields)) form.append(name, value);
  }
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  const headers = { origin: new URL(page.url()).origin };
  return request.post(path, { multipart: form, headers, maxRedirects: 0 });
}

/** Sends a report; where something is known that may be the same, it says "none of these", as its sender would. */
export async function sendReport(request: APIRequestContext, fields: Fields): Promise<APIResponse> {
  const sent = await sendForm(request, "/report", fields);
  if (sent.status() !== 200) return sent;
  const { checked = "" } = hiddenFieldsOf(await sent.text(), "text");
  return sendForm(request, "/report", { ...fields, checked });
}
