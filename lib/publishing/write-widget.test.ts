import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { locales } from "#lib/i18n/locale";
import { messages } from "#lib/i18n/messages";
import { verdicts } from "#lib/investigation/vocabulary";
import type { WidgetNotice } from "./queries.ts";
import { widgetColours, widgetStyle } from "./widget-style.ts";
import { WIDGET_POLICY, writeMissingWidget, writeWidget } from "./write-widget.ts";

const publishedAt = new Date("2026-11-29T02:00:00Z");
const notice: WidgetNotice = {
  slug: "20261129-1",
  verdict: "false",
  title: "“今晚有地震”？<b>不实</b>",
  titleEn: null,
  summary: "没有发布过这样的预报 & 说法。",
  publishedAt,
  current: { number: 1, publishedAt, correctionKind: null, correctionNote: null },
  versions: [],
};

it.each(locales)("says of each verdict what our pages say, in %s", (locale) => {
  for (const verdict of verdicts) {
    const html = writeWidget({ ...notice, verdict }, locale);
    expect(html).toContain(`</svg>${messages[locale].labels.verdict[verdict]}</strong>`);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain(`href="http://localhost:3000${locale === "en" ? "/en" : ""}/debunks/20261129-1"`);
  }
});

it("takes nothing in a text for HTML, and runs, sends and fetches nothing", () => {
  const html = writeWidget(
    {
      ...notice,
      current: { ...notice.current, correctionKind: "erratum", correctionNote: "<script>1</script>" },
    },
    "en",
  );
  expect(html).not.toMatch(/<b>|<script|<img|<link|<form|style=| on\w+=/);
  expect(html).toContain('<h1 lang="zh-CN">');
  const style = /<style>(.*)<\/style>/.exec(html)?.[1] ?? "";
  expect(style).toBe(widgetStyle);
  expect(style).not.toMatch(/url\(|@import/);
  expect(WIDGET_POLICY).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
});

it("says first what has happened to the notice", () => {
  const change = (correctionKind: "correction" | "retraction") =>
    writeWidget(
      { ...notice, current: { number: 2, publishedAt, correctionKind, correctionNote: "原因说明" } },
      "zh-CN",
    );
  expect(writeWidget(notice, "zh-CN")).not.toContain('class="change');
  expect(change("correction")).toMatch(
    /<main><p class="change"><strong>本文已更正<\/strong>.*原因说明.*<h1>/,
  );
  expect(change("retraction")).toMatch(/<main><p class="change retraction"><strong>本文已撤回，请不要再引用/);
});

it("has the colours of our pages, by day and by night", () => {
  const css = readFileSync("app/globals.css", "utf8");
  const [day = "", night = ""] = css.slice(css.indexOf(":root {")).split(/@variant dark|&:has/);
  for (const [name, colour] of Object.entries(widgetColours.light))
    expect(day).toContain(`--${name}: ${colour};`);
  for (const [name, colour] of Object.entries(widgetColours.dark))
    expect(night).toContain(`--${name}: ${colour};`);
});

it("says kindly that there is no such notice", () => {
  expect(writeMissingWidget("zh-CN")).toContain(messages["zh-CN"].errors.NOT_FOUND.title);
});
