import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { Input } from "#components/ui/input";

/** Narrows the network to members by name; a plain form, so the search is an address. */
export function PeopleSearch({ query }: { query: string }) {
  const t = useTranslations("people.members");
  const common = useTranslations("common.actions");
  return (
    <search>
      <form className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 sm:max-w-xs">
          <label htmlFor="people-q" className="block font-semibold text-sm">
            {t("find")}
          </label>
          <Input id="people-q" name="q" type="search" defaultValue={query} data-key="/" className="mt-1" />
        </div>
        <Button type="submit" variant="secondary">
          {common("search")}
        </Button>
      </form>
    </search>
  );
}
