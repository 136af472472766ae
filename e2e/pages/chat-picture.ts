import type { Browser } from "@playwright/test";

type Bubble = { text: string; mine?: boolean };

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A screenshot of a group chat on a telephone, as people take it: drawn by the browser itself, with its Chinese fonts. */
export async function chatPicture(browser: Browser, bubbles: readonly Bubble[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 390, height: 780 }, deviceScaleFactor: 3 });
  const rows = bubbles.map(
    ({ text, mine = false }) => `<div class="row ${mine ? "mine" : ""}"><i></i><p>${escaped(text)}</p></div>`,
  );
  await page.setContent(`<style>
    body { margin: 0; background: #ededed; font: 17px/1.5 "Noto Sans CJK SC", sans-serif }
    header { text-align: center; padding: 12px; font-weight: 600 }
    time { display: block; text-align: center; color: #999; font-size: 13px }
    .row { display: flex; gap: 10px; margin: 14px 12px } .mine { flex-direction: row-reverse }
    i { flex: none; width: 40px; height: 40px; border-radius: 4px; background: #7a9 }
    p { margin: 0; padding: 9px 12px; max-width: 235px; border-radius: 6px; background: #fff } .mine p { background: #95ec69 }
    </style><header>相亲相爱一家人(128)</header><time>昨天 21:36</time>${rows.join("")}`);
  const picture = await page.screenshot({ fullPage: true });
  await page.close();
  return picture;
}
