/** The last instant of a day in Paris, as the server wants it; null for no day. Until 23:59 of that day, whatever the season. */
export function endOfDay(day: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const noon = new Date(`${day}T12:00:00Z`);
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' }).format(noon),
  );
  return new Date(`${day}T23:59:59+0${hour - 12}:00`).toISOString();
}

/** Today in Paris, as a date field has it. */
export const today = (now = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(now);
