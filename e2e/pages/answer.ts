import { type APIRequestContext, expect } from "@playwright/test";

const ourFault = /系统出了问题|Something went wrong on our side/;

/** A page without the words that its scripts carry for later. */
export const drawn = (html: string) => html.replace(/<script\b.*?<\/script>/gs, "");

/** The page says nowhere that we failed. */
export const expectNoFault = (html: string, what: string) => expect.soft(html, what).not.toMatch(ourFault);

/** An answer that a person can read, in the language of the address; never that we failed. */
export async function expectAnswer(
  request: APIRequestContext,
  path: string,
  statuses: readonly number[],
): Promise<string> {
  const answer = await request.get(path);
  const html = drawn(await answer.text());
  expect.soft(statuses, `${path.slice(0, 80)} answers ${answer.status()}`).toContain(answer.status());
  expectNoFault(html, path.slice(0, 80));
  // What is not there or not theirs is drawn by scripts on the desk; `accessibility` looks at it.
  if (answer.ok() || !path.includes("/desk/")) {
    expect
      .soft(html, path.slice(0, 80))
      .toContain(`<html lang="${/^\/en(\/|$)/.test(path) ? "en" : "zh-CN"}"`);
  }
  return html;
}
