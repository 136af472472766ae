import type { ComponentProps, ReactNode } from "react";
import { Page, type PageProps } from "./page.tsx";
import { Pagination } from "./pagination.tsx";

type Props = PageProps & {
  /** The views of the list, a search, a choice of what is shown. */
  filter?: ReactNode;
  /** What stands in the place of a list without rows: an empty state. */
  empty: ReactNode;
  /** For lists that come page by page. */
  paging?: ComponentProps<typeof Pagination>;
};

/** A page that is one list: its heading, what narrows it, its rows or why there are none, and the way to more of them. */
export function ListPage({ filter, empty, paging, children, ...page }: Props) {
  return (
    <Page {...page}>
      {filter}
      {empty || children}
      {paging ? <Pagination {...paging} /> : null}
    </Page>
  );
}
