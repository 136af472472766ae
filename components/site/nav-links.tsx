"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { Link } from "#components/ui/link";
import { pathWithoutLocale } from "#lib/i18n/paths";

type NavItem = { href: string; label: string };

/** The sections of the site: a row on wide screens, a menu that opens without scripts on narrow ones. */
export function NavLinks({ label, menu, items }: { label: string; menu: string; items: readonly NavItem[] }) {
  const pathname = pathWithoutLocale(usePathname());
  const links = items.map((item) => ({ ...item, current: isWithin(pathname, item.href) }));
  return (
    <>
      <nav aria-label={label} className="nav-row hidden lg:block elder:hidden">
        <ul className="-mx-3 flex flex-wrap">
          {links.map(({ href, label: name, current }) => (
            <li key={href}>
              <Link href={href} aria-current={current ? "page" : undefined}>
                {name}
              </Link>
            </li>
          ))}
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
