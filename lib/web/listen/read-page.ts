import type { ServerResponse } from "node:http";
import { log } from "#lib/platform/log";
import { findPage, type Missing, missingAddress, type PageAddress, splitLocale } from "../pages/addresses.ts";
import { makePage, type Render } from "../pages/make-page.ts";
import { isNotNow, type Pages } from "../pages/pages.ts";
import type { Address } from "./doors.ts";
import type { CountedMessage } from "./incoming.ts";
import { sayPlainly } from "./plain-page.ts";
import { send } from "./send.ts";

type Frame = (request: CountedMessage, response: ServerResponse) => Promise<void>;

/** Answers what is read at the addresses of pages: from the page cache, or made for this reader. */
export function pageReader(render: Render, pages: Pages, frame: Frame) {
  type Read = { request: CountedMessage; response: ServerResponse };

  async function sendPage(read: Read, page: PageAddress): Promise<void> {
    const { request, response } = read;
    if (page.isOwn) {
      const finished = await makePage(render, page, request.headers.cookie ?? "");
      send(request, response, { finished, served: "miss" });
      return;
    }
    const answer = await pages.answer(page, () => makePage(render, page));
    if (answer) send(request, response, answer);
    else await sendMissing(read, { missing: page.missing, locale: splitLocale(page.key).locale });
  }

  const sendMissing = (read: Read, missing: Missing): Promise<void> =>
    sendPage(read, missingAddress(missing));

  return async (
    request: CountedMessage,
    response: ServerResponse,
    { pathname, search }: Address,
  ): Promise<void> => {
    const canonical = pathname.replace(/(?<=.)\/$/, "").replace(/^\/zh-CN(?=\/|$)/, "") || "/";
    if (canonical !== pathname) {
      response
        .writeHead(308, { Location: canonical + search, "Cache-Control": "public, max-age=3600" })
        .end();
      return;
    }
    const found = findPage(pathname, new URLSearchParams(search));
    if (found === "framework") return frame(request, response);
    try {
      await ("page" in found
        ? sendPage({ request, response }, found.page)
        : sendMissing({ request, response }, found.missing));
    } catch (error) {
      if (!isNotNow(error)) log.error({ err: error, pathname }, "a page could not be made");
      if (!response.headersSent) sayPlainly(response, 503, "notNow", { "Retry-After": "5" });
    }
  };
}
