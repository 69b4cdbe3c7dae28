import type { CareNeed } from '../gql/graphql';
import { fromParisField, toParisField } from '../ui/parisTime';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** When the person is home: the discharge that took place, else the one expected. */
export const homeAt = (stay: {
  dischargedAt?: string | null | undefined;
  expectedAt?: string | null | undefined;
}): Date | undefined => {
  const at = stay.dischargedAt ?? stay.expectedAt;
  return at ? new Date(at) : undefined;
};

export interface VisitPreset {
  name: 'evening' | 'morning';
  at: Date;
  /** The day is today, so that it is called so. */
  today: boolean;
}

/** Usual first visits: the evening of the return home if it is still ahead, and the next morning. In Paris. */
export function visitPresets(home: Date | undefined, now: Date): VisitPreset[] {
  const from = home && home > now ? home : now;
  const day = toParisField(from).slice(0, 10);
  const next = new Date(new Date(`${day}T00:00:00Z`).getTime() + dayMs).toISOString().slice(0, 10);
  const today = day === toParisField(now).slice(0, 10);
  const evening = fromParisField(`${day}T18:00`);
  const morning = fromParisField(`${next}T08:00`);
  const presets: VisitPreset[] = [];
  if (evening && evening > from) presets.push({ name: 'evening', at: evening, today });
  if (morning) presets.push({ name: 'morning', at: morning, today });
  return presets;
}

/** True when the first nursing visit would be later after the return home than the territory allows. */
export const isLate = (need: CareNeed, visit: Date, home: Date | undefined, limitHours: number): boolean =>
  need === 'NURSING' && home !== undefined && visit.getTime() > home.getTime() + limitHours * hourMs;

/** A visit promised for another date still fits the new one: after the person is home, and not too late. */
export const stillFits = (
  arrangement: { need: CareNeed; firstVisitAt: string },
  home: Date | undefined,
  limitHours: number,
): boolean => {
  const visit = new Date(arrangement.firstVisitAt);
  return home !== undefined && visit >= home && !isLate(arrangement.need, visit, home, limitHours);
};
