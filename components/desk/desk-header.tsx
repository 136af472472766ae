"use client";

import { LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { ElderToggle } from "#components/site/elder-toggle";
import { LanguageSwitch } from "#components/site/language-switch";
import { NavLinks } from "#components/site/nav-links";
import { Link } from "#components/ui/link";
import { SubmitButton } from "#components/ui/submit-button";

type Words = Record<
  "skip" | "title" | "nav" | "menu" | "more" | "elder" | "elderHint" | "language" | "who" | "signOut",
  string
>;

type Props = {
  words: Words;
  siteName: string;
  links: readonly { href: string; label: string }[];
  who: { name: string; posts: readonly string[] } | null;
  /** Whether something concerns the person. */
  bell: ReactNode;
  signOutAction: () => Promise<void>;
};

/** The top of every page of the desk: where one may go, and as whom. Drawn in the browser, so that only its words travel there. */
export function DeskHeader({ words, siteName, links, who, bell, signOutAction }: Props) {
  return (
    <header className="border-line border-b bg-surface" data-print="hide">
      <a
        href="#main"
        className="sr-only bg-surface px-4 py-3 focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:px-4 focus:py-3"
      >
        {words.skip}
      </a>
      <div className="desk-width">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1 py-1">
          <Link
            href="/desk"
            className="flex min-h-11 items-center gap-x-2 text-ink no-underline hover:text-azurite"
          >
            <span className="font-semibold font-serif text-xl tracking-wide">{siteName}</span>
            <span className="text-ink-soft text-sm">{words.title}</span>
          </Link>
          {links.length > 0 ? (
            <div className="order-last w-full lg:order-none lg:w-auto lg:flex-1 elder:order-last">
              <NavLinks label={words.nav} menu={words.menu} more={words.more} items={links} />
            </div>
          ) : null}
          <div className="ms-auto flex flex-wrap items-center gap-x-4">
            <ElderToggle label={words.elder} hint={words.elderHint} />
            <LanguageSwitch label={words.language} />
            {bell}
            {who ? <Who {...who} words={words} signOutAction={signOutAction} /> : null}
          </div>
        </div>
      </div>
    </header>
  );
}

function Who({
  name,
  posts,
  words,
  signOutAction,
}: NonNullable<Props["who"]> & Pick<Props, "words" | "signOutAction">) {
  return (
    <details className="relative" name="header-menu">
      <summary className="flex min-h-11 cursor-pointer items-center text-sm">
        <span className="sr-only">{words.who}</span>
        <span className="font-medium">{name}</span>
        <span className="ms-2 hidden max-w-52 truncate text-ink-soft 2xl:inline-block elder:hidden">
          {posts[0]}
        </span>
      </summary>
      <div className="absolute end-0 z-30 w-72 max-w-[90vw] space-y-3 rounded border border-line-strong bg-surface p-4 text-sm elder:w-96">
        <ul className="space-y-1">
          {posts.map((post) => (
            <li key={post}>{post}</li>
          ))}
        </ul>
        <form action={signOutAction}>
          <SubmitButton variant="secondary" size="sm">
            <span className="inline-flex items-center gap-2">
              <LogOut aria-hidden />
              {words.signOut}
            </span>
          </SubmitButton>
        </form>
      </div>
    </details>
  );
}
