"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";
import { localePath } from "#lib/i18n/paths";
import { useLanguage } from "./language.tsx";
import { PendingLink } from "./pending-page.tsx";

type Props = ComponentProps<"a"> & { href: string };

/** A link that stays in the reader's language. Within the desk it only changes the page; one that is read is loaded whole. */
export function Link({ href, ...rest }: Props) {
  const address = localePath(href, useLanguage().locale);
  const isDesk = /^\/desk(?![\w-])/.test(href);
  return isDesk ? <DeskLink href={address} {...rest} /> : <a href={address} {...rest} />;
}

/** Its page is fetched ahead only once a finger or pointer nears it, and never where data is to be saved. */
function DeskLink({ children, ...props }: Props) {
  const [isNear, setNear] = useState(false);
  const nears = () => setNear(!savesData());
  return (
    <NextLink prefetch={isNear ? null : false} onPointerEnter={nears} onFocus={nears} {...props}>
      {children}
      <PendingLink />
    </NextLink>
  );
}

/** Not every browser tells. */
const savesData = () =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
