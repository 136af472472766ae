import type { APIRequestContext } from "@playwright/test";
import type { BuiltAction } from "./built.ts";
import { fromHere } from "./raw-form.ts";

const idle = { typed: null, errors: {}, outcome: null, refused: null };

export type ActionAnswer = {
  status: number;
  /** The code with which the action was refused, or null. */
  refused: string | null;
  /** Whether it says what is wrong with single fields. */
  hasErrors: boolean;
  text: string;
};

/** Calls a server action as the browser does for a form: the state before, then the form's fields. */
export async function callAction(
  request: APIRequestContext,
  { id }: BuiltAction,
  path: string,
  fields: Record<string, string | readonly string[]> = {},
  headers: Record<string, string> = {},
): Promise<ActionAnswer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(`_1_${name}`, one);
  body.append("0", JSON.stringify([idle, "$K1"]));
  const response = await request.post(path, {
    multipart: body,
    headers: { "next-action": id, accept: "text/x-component", ...fromHere, ...headers },
    maxRedirects: 0,
  });
  const text = await response.text();
  return {
    status: response.status(),
    refused: /"refused":"([A-Z_]+)"/.exec(text)?.[1] ?? null,
    hasErrors: /"errors":\{"/.test(text),
    text,
  };
}
