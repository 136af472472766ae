import { meets, nextDay, type Span } from "./span.ts";

/** So many days are shown, today first. */
export const DAYS = 14;

/** Somebody of a member by name. */
export type Person = { id: string; name: string };

type OnDuty = Span & { user: Person };
type OnLeave = Span & { user: Person; deputy: Person | null };

/** What is wrong with a day: nobody is there, nobody is on duty, or only people who are away are. */
export type Gap = "everybody-away" | "nobody-on-duty" | "on-duty-away";

export type RosterDay = {
  startsAt: Date;
  onDuty: (Person & { isAway: boolean })[];
  away: (Person & { deputy: (Person & { isAway: boolean }) | null })[];
  gap: Gap | null;
};

/**
 * The days of a member from a moment on: who is on duty, who is away, who stands in, and where there is a gap. Of the day itself
 * what is over counts no more. Where nobody is ever on duty there is no roster, and nobody is missing on it.
 */
export function rosterDays(
  now: Date,
  firstDay: Date,
  {
    people,
    shifts,
    leaves,
  }: { people: readonly Person[]; shifts: readonly OnDuty[]; leaves: readonly OnLeave[] },
): RosterDay[] {
  const starts = Array.from({ length: DAYS - 1 }).reduce<Date[]>(
    (found) => [...found, nextDay(found.at(-1) ?? firstDay)],
    [firstDay],
  );
  return starts.map((startsAt) => {
    const rest = { startsAt: startsAt < now ? now : startsAt, endsAt: nextDay(startsAt) };
    const absent = leaves.filter((leave) => meets(leave, rest));
    const isAway = ({ id }: Person) => absent.some(({ user }) => user.id === id);
    const onDuty = shifts
      .filter((shift) => meets(shift, rest))
      .map(({ user }) => ({ ...user, isAway: isAway(user) }));
    const away = absent.map(({ user, deputy }) => ({
      ...user,
      deputy: deputy && { ...deputy, isAway: isAway(deputy) },
    }));
    return { startsAt, onDuty, away, gap: gapOf() };

    function gapOf(): Gap | null {
      if (people.length > 0 && people.every(isAway)) return "everybody-away";
      if (shifts.length === 0) return null;
      if (onDuty.length === 0) return "nobody-on-duty";
      return onDuty.every((one) => one.isAway) ? "on-duty-away" : null;
    }
  });
}
