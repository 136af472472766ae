import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CoveragePage } from "#components/coverage/coverage-page";
import { NoticeFigures } from "#components/coverage/notice-figures";
import { OutdatedPages } from "#components/coverage/outdated-pages";
import { SilentMembers } from "#components/coverage/silent-members";
import { listCoveredNotices } from "#lib/distribution/coverage/list-notices";
import { countOutdated, listOutdated } from "#lib/distribution/coverage/list-outdated";
import { countSilent, listSilent } from "#lib/distribution/coverage/list-silent";
import { readNetworkFilter } from "#lib/distribution/coverage/schema";
import { listDivisions } from "#lib/reference/divisions";
import { requireActor } from "#lib/web/next/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("coverage"))("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const actor = await requireActor("coverage.read");
  const filter = readNetworkFilter(await searchParams);
  if (!filter) notFound();
  const [silent, older] = await Promise.all([countSilent(actor), countOutdated(actor)]);
  const counts = { silent: silent.reduce((sum, tile) => sum + tile.silent, 0), older };
  return (
    <CoveragePage view={filter.view} counts={counts}>
      {filter.view === "notices" ? (
        <NoticeFigures page={await listCoveredNotices(actor, filter.cursor)} cursor={filter.cursor} />
      ) : filter.view === "older" ? (
        <OutdatedPages page={await listOutdated(actor, filter.cursor)} cursor={filter.cursor} />
      ) : (
        <SilentMembers
          page={await listSilent(actor, filter)}
          filter={filter}
          tiles={silent}
          divisions={await listDivisions()}
        />
      )}
    </CoveragePage>
  );
}
