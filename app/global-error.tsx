"use client";

import { failures } from "#components/site/failures.ts";
import "./globals.css";

/** The frame of the site itself is broken, and with it the knowledge of the language: all are shown. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <title>{failures["zh-CN"].INTERNAL.title}</title>
        <main className="page-width space-y-10 py-12">
          {Object.entries(failures).map(([locale, words]) => (
            <section key={locale} lang={locale} className="measure">
              <h1 className="font-serif text-3xl">{words.INTERNAL.title}</h1>
              <p className="mt-4 text-lg">{words.INTERNAL.detail}</p>
              <button type="button" onClick={retry} className="mt-4 cursor-pointer text-azurite underline">
                {words.retry}
              </button>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
