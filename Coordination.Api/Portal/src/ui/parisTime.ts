const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant as a `datetime-local` field shows it, in Paris whatever the clock of the computer. */
export const toParisField = (instant: Date): string => parts.format(instant).replace(' ', 'T');

/** The instant of a `datetime-local` value read as Paris time; undefined when it is not a date. */
export function fromParisField(value: string): Date | undefined {
  // Parsers of dates make something of almost any text: only the form of the field is read.
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value)) return undefined;
  const asUtc = new Date(`${value}:00Z`);
  if (Number.isNaN(asUtc.getTime())) return undefined;
  // Paris is one or two hours ahead: the offset that gives the same wall clock back is the right one.
  const offsets = [1, 2].map((hours) => new Date(asUtc.getTime() - hours * 3_600_000));
  return offsets.find((candidate) => toParisField(candidate) === value) ?? offsets[0];
}
