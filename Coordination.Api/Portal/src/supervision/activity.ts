import type { ActivityQuery, ContactChannel } from '../gql/graphql';

type Contact = ActivityQuery['contactMeasures'][number];

export interface ContactRow {
  id: string;
  name: string;
  channels: Partial<Record<ContactChannel, number>>;
  count: number;
  minutes: number;
  reached: number;
}

/** One row per professional, who did most first. */
export function contactRows(measures: readonly Contact[]): ContactRow[] {
  const rows = new Map<string, ContactRow>();
  for (const { professional, channel, count, minutes, reached } of measures) {
    const row = rows.get(professional.id) ?? {
      id: professional.id,
      name: professional.displayName,
      channels: {},
      count: 0,
      minutes: 0,
      reached: 0,
    };
    row.channels[channel] = (row.channels[channel] ?? 0) + count;
    row.count += count;
    row.minutes += minutes;
    row.reached += reached;
    rows.set(professional.id, row);
  }
  return [...rows.values()].sort((one, other) => other.count - one.count || one.name.localeCompare(other.name, 'fr'));
}

/** « 2 h 05 », « 40 min ». */
export const duration = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;

export type Period = 'month' | 'quarter' | 'year';

/** First and last day of so much time up to a day, as ISO days. */
export function daysOf(period: Period, today: string): { from: string; to: string } {
  const back = { month: 30, quarter: 91, year: 364 }[period];
  const from = new Date(`${today}T00:00:00Z`);
  from.setUTCDate(from.getUTCDate() - back);
  return { from: from.toISOString().slice(0, 10), to: today };
}
