import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { messages } from "#lib/i18n/messages";
import { verdicts } from "#lib/investigation/vocabulary";
import { marks } from "#lib/publishing/marks";
import { VerdictBadge } from "./verdict-badge.tsx";

it.each(verdicts)("has the drawing and the colour that the widget has for %s", (verdict) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" messages={messages["zh-CN"]} timeZone="Asia/Shanghai">
      <VerdictBadge verdict={verdict} size="sm" />
    </NextIntlClientProvider>,
  );
  const { icon, hue } = marks[verdict];
  const shapes = [...html.matchAll(/<(circle|path) ([^>]*)>/g)].map(([, tag, at]) => `${tag} ${at}`);
  const wanted = icon.map(([tag, at]) =>
    [tag, ...Object.entries(at).map(([name, value]) => `${name}="${value}"`)].join(" "),
  );
  expect(shapes).toEqual(wanted);
  expect(html).toContain(`text-${hue}`);
});
