import type { AuditFilterInput } from '../gql/graphql';

export interface Filters {
  action: string;
  person: string;
  /** Days of the calendar in Paris, both included. */
  from: string;
  to: string;
}

export const noFilters: Filters = { action: '', person: '', from: '', to: '' };

const parisOffset = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' });

/** The instant at which a day begins in Paris. */
export function startOfDay(day: string): string {
  const noon = new Date(`${day}T00:00:00Z`);
  const name = parisOffset.formatToParts(noon).find((p) => p.type === 'timeZoneName')?.value ?? 'GMT+01:00';
  return new Date(`${day}T00:00:00${name.replace('GMT', '')}`).toISOString();
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** What the server is asked; absent parts do not narrow. */
export function whereOf(filters: Filters): AuditFilterInput {
  return {
    ...(filters.action && { action: filters.action }),
    ...(filters.person.trim() && { person: filters.person.trim() }),
    ...(filters.from && { from: startOfDay(filters.from) }),
    ...(filters.to && { to: startOfDay(dayAfter(filters.to)) }),
  };
}

/** The address of the same rows as a spreadsheet. */
export function csvAddress(filters: Filters): string {
  const where = Object.entries(whereOf(filters)).map(([name, value]) => [name, String(value)]);
  const query = new URLSearchParams(where).toString();
  return query ? `/audit/trail.csv?${query}` : '/audit/trail.csv';
}
