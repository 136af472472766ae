import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link";
import type { AskAction } from "./asking.tsx";
import type { CheckAction } from "./check-outcome.ts";
import { CheckSection } from "./check-section.tsx";
import { HomeAside } from "./home-aside.tsx";
import { NoticeList } from "./notice-list.tsx";

type Props = {
  check: CheckAction;
  ask: AskAction;
  notices: Parameters<typeof NoticeList>[0]["notices"];
  count: number;
};

/** One box, then what was checked last. */
export function Home({ check, ask, notices, count }: Props) {
  const t = useTranslations("public.home");
  return (
    <>
      <h1 className="font-serif text-3xl sm:text-4xl">{t("title")}</h1>
      <div className="mt-6 gap-x-12 lg:grid lg:grid-cols-[minmax(0,38rem)_minmax(0,1fr)] elder:block">
        <div className="min-w-0">
          <CheckSection check={check} ask={ask} />
        </div>
        <HomeAside />
      </div>
      <section aria-labelledby="newest" className="mt-14">
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 id="newest" className="font-serif text-2xl">
            {t("newest")}
          </h2>
          <p className="text-ink-soft text-sm">{t("count", { count })}</p>
        </div>
        {notices.length > 0 ? <NoticeList notices={notices} heading="h3" /> : <p>{t("none")}</p>}
        <p className="mt-6">
          <Link href="/debunks" className="font-semibold">
            {t("all")}
          </Link>
        </p>
      </section>
    </>
  );
}
