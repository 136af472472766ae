"use client";

import { ChevronDown, Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { Link } from "#components/ui/link";
import { pathWithoutLocale } from "#lib/i18n/paths";

type NavItem = { href: string; label: string };

type Props = {
  label: string;
  menu: string;
  /** What opens the rest of a long row; without it all of them stand in the row. */
  more?: string;
  items: readonly NavItem[];
};

/** So many sections stand in a row; of more the first, and what opens the rest. */
const ROOM = 6;

/** The sections of the site: a row on wide screens, a menu that opens without scripts on narrow ones. */
export function NavLinks({ label, menu, more, items }: Props) {
  const pathname = pathWithoutLocale(usePathname());
  const links = items.map((item) => ({ ...item, current: isWithin(pathname, item.href) }));
  const inRow = more === undefined || links.length <= ROOM ? links.length : ROOM - 1;
  const rest = links.slice(inRow);
  return (
    <>
      <nav aria-label={label} className="hidden lg:block elder:hidden">
        <ul className="-mx-3 flex flex-wrap">
          {links.slice(0, inRow).map(({ href, label: name, current }) => (
            <li key={href}>
              <Link className="nav-item" href={href} aria-current={current ? "page" : undefined}>
                {name}
              </Link>
            </li>
          ))}
          {rest.length > 0 ? (
            <li className="relative">
              <details key={pathname} name="header-menu">
                <summary
                  data-current={rest.some(({ current }) => current)}
                  className="nav-item cursor-pointer list-none gap-1 [&::-webkit-details-marker]:hidden"
                >
                  {more}
                  <ChevronDown aria-hidden className="size-[1em]" />
                </summary>
                <ul className="nav-menu absolute start-0 z-30 min-w-48 rounded border border-line-strong bg-surface px-4 py-1">
                  {rest.map(({ href, label: name, current }) => (
                    <li key={href} className="last:border-b-0">
                      <Link href={href} aria-current={current ? "page" : undefined}>
                        {name}
                      </Link>
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          ) : null}
        </ul>
      </nav>
      {/* A new page starts with the menu closed. */}
      <details key={pathname} className="group lg:hidden elder:block">
        <summary className="flex min-h-11 list-none items-center gap-2 font-medium [&::-webkit-details-marker]:hidden">
          <Menu aria-hidden className="size-[1.2em]" />
          {menu}
        </summary>
        <nav aria-label={label} className="nav-menu">
          <ul className="grid border-line border-t pb-2 sm:grid-cols-2 sm:gap-x-6">
            {links.map(({ href, label: name, current }) => (
              <li key={href}>
                <Link href={href} aria-current={current ? "page" : undefined}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </details>
    </>
  );
}

const isWithin = (pathname: string, href: string) =>
  pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));
