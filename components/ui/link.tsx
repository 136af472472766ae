"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";
import { localePath } from "#lib/i18n/paths";
import { useLanguage } from "./language.tsx";

type Props = Omit<ComponentProps<typeof NextLink>, "href" | "prefetch"> & { href: string };

/** A link that stays in the reader's language; its page is fetched ahead only once a finger or pointer nears it. */
export function Link({ href, ...rest }: Props) {
  const { locale } = useLanguage();
  const [isNear, setNear] = useState(false);
  const nears = () => setNear(true);
  return (
    <NextLink
      href={localePath(href, locale)}
      prefetch={isNear ? null : false}
      onPointerEnter={nears}
      onFocus={nears}
      {...rest}
    />
  );
}
