const zone = { timeZone: 'Europe/Paris' } as const;
const moment = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  ...zone,
});
const full = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  ...zone,
});
const clock = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', ...zone });
// A birth date is a day of the calendar, not an instant: no zone may move it.
const day = new Intl.DateTimeFormat('fr-FR', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });

/** « mar. 24 nov., 08:00 », in Paris. */
export const formatMoment = (iso: string): string => {
  const part = (type: string) => moment.formatToParts(new Date(iso)).find((p) => p.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')}, ${part('hour')}:${part('minute')}`;
};
/** « 24 novembre 2026 à 08:00 », in Paris. */
export const formatFull = (iso: string): string => full.format(new Date(iso));
/** « 10:42 », in Paris. */
export const formatClock = (date: Date): string => clock.format(date);
/** « 03/05/1941 ». */
export const formatDay = (isoDay: string): string => day.format(new Date(`${isoDay.slice(0, 10)}T00:00:00Z`));

const minuteMs = 60_000;
// Between a number and its unit no line may break.
const nb = '\u00a0';

/** Length in words, largest two units: « 45 min », « 20 h 05 », « 2 j 3 h ». */
export function formatSpan(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / minuteMs);
  if (minutes < 60) return `${minutes}${nb}min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours}${nb}h${nb}${String(minutes % 60).padStart(2, '0')}`;
  return hours % 24 === 0 ? `${hours / 24}${nb}j` : `${Math.floor(hours / 24)}${nb}j${nb}${hours % 24}${nb}h`;
}

/** What is left before an instant: « dans 20 h 05 », « dépassée de 45 min ». */
export function formatRemaining(iso: string, now: Date): string {
  const left = new Date(iso).getTime() - now.getTime();
  return left >= 0 ? `dans ${formatSpan(left)}` : `dépassée de ${formatSpan(left)}`;
}

interface Named {
  birthName: string;
  usedName?: string | null | undefined;
  givenNames: readonly string[];
}
/** NOM Prénom: the name in use first, as the field says it. */
export const personName = (person: Named): string =>
  `${(person.usedName ?? person.birthName).toLocaleUpperCase('fr-FR')} ${person.givenNames[0] ?? ''}`.trim();

interface Born {
  sex: string;
  birthDate?: string | null | undefined;
  age?: number | null | undefined;
  commune?: string | null | undefined;
}
/** « née le 03/05/1941, 85 ans · Le Mans ». */
export function personLine(person: Born): string {
  const born = person.sex === 'FEMALE' ? 'née le' : person.sex === 'MALE' ? 'né le' : 'né(e) le';
  const parts = [
    person.birthDate
      ? `${born} ${formatDay(person.birthDate)}${person.age == null ? '' : `, ${person.age} ans`}`
      : 'date de naissance inconnue',
    person.commune,
  ];
  return parts.filter(Boolean).join(' · ');
}
