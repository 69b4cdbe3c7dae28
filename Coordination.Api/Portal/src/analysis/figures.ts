import type { MeasureCellFragment } from '../gql/graphql';
import { labels } from './labels.fr';

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const nb = '\u00a0';

/** A figure in words: « 42,5 % (17/40) », « 1 h 05 », or why there is none. */
export function figure(measure: Omit<MeasureCellFragment, '__typename'>, limit: number): string {
  if (measure.masked) return labels.masked(limit);
  if (measure.value == null) return labels.nothing;
  if (measure.unit === 'PERCENT')
    return `${number.format(measure.value)}${nb}% (${measure.numerator}/${measure.denominator})`;
  if (measure.unit === 'MINUTES') return `${number.format(measure.value)}${nb}min`;
  return number.format(measure.value);
}

export const periodNames = ['recent', 'month', 'year'] as const;
export type PeriodName = (typeof periodNames)[number];
export const isPeriod = (name: string | null): name is PeriodName => periodNames.some((known) => known === name);

const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The period as the server reads it, on a day of Paris (`2026-11-23`). */
export function periodOf(name: PeriodName, today: string): string {
  if (name === 'month') return today.slice(0, 7);
  if (name === 'year') return today.slice(0, 4);
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  return `${iso(year, month - 1, day - 91)}/${today}`;
}
