import { expect, it } from "vitest";
import { newId } from "#lib/platform/id";
import { browserCookie, guestOf, sealBrowser } from "./guest.ts";
import { sealSession } from "./session.ts";

const from = (address: string, value?: string) => ({
  headers: new Headers({
    "x-forwarded-for": address,
    ...(value !== undefined && { cookie: `theme=dark; ${browserCookie.name}=${value}` }),
  }),
});

it("knows a browser again in which somebody has signed in, wherever it is", async () => {
  const userId = newId();
  const sealed = sealBrowser(userId);
  const [here, there] = [guestOf(from("192.0.2.1", sealed)), guestOf(from("192.0.2.2", sealed))];
  expect(here).toEqual({ network: "192.0.2.1", browser: { id: expect.any(String), userId } });
  expect(there).toEqual({ ...here, network: "192.0.2.2" });
  const other = guestOf(from("192.0.2.1", sealBrowser(userId)));
  expect(other.browser?.id).not.toBe(here.browser?.id);
});

it("takes nobody's word for it", async () => {
  const sealed = sealBrowser(newId());
  for (const value of [undefined, "", "a.b.c", newId(), sealed.slice(0, -1), await sealSession(newId())]) {
    expect(guestOf(from("192.0.2.1", value)).browser, value).toBeNull();
  }
});
