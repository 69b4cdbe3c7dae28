import { fromParisField, toParisField } from '../ui/parisTime';

const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'").trim();
const two = (n: number) => String(n).padStart(2, '0');
// Days of the calendar are counted in UTC, where each is 24 hours long.
const dayMs = 86_400_000;
const today = (now: Date) => new Date(`${toParisField(now).slice(0, 10)}T00:00:00Z`);
const iso = (day: Date) => day.toISOString().slice(0, 10);

/** A day of the calendar written « 3/5/1941 », « 03051941 » or « 1941-05-03 », as 1941-05-03; undefined when there is no such day. */
export function readDay(text: string): string | undefined {
  const trimmed = text.trim();
  const french = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
  const [year, month, day] = french
    ? [french[3], french[2], french[1]]
    : (/^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed)?.slice(1) ?? []);
  if (!year || !month || !day) return undefined;
  const written = `${year}-${two(Number(month))}-${two(Number(day))}`;
  const read = new Date(`${written}T00:00:00Z`);
  // The calendar rolls 31 April over to May: only what comes back the same was a day.
  return !Number.isNaN(read.getTime()) && iso(read) === written ? written : undefined;
}

function readHour(text: string): string | undefined {
  if (/^(le )?matin$/.test(text)) return '10:00';
  if (/^(a )?midi$/.test(text)) return '12:00';
  if (/^(l'|dans l'|cet )?apres[ -]midi$/.test(text)) return '15:00';
  if (/^(le )?soir$/.test(text)) return '18:00';
  const clock = /^(?:a |vers )?(\d{1,2}) ?(?:h|:) ?(\d{2})?$/.exec(text);
  if (!clock) return undefined;
  const [hour, minute] = [Number(clock[1]), Number(clock[2] ?? 0)];
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : undefined;
}

function dayIn(text: string, now: Date): { day: string; rest: string } | undefined {
  const first = today(now);
  const after = (days: number) => iso(new Date(first.getTime() + days * dayMs));
  const word = /^(?:le )?([a-z]+(?:-demain)?)\.?(?: |$)/.exec(text);
  const named = word?.[1] ?? '';
  const rest = text.slice(word?.[0].length ?? 0).trim();
  if (/^aujourd'hui/.test(text)) return { day: after(0), rest: text.slice(11).trim() };
  if (named === 'demain') return { day: after(1), rest };
  if (named === 'apres-demain') return { day: after(2), rest };
  const weekday = named.length < 3 ? -1 : weekdays.findIndex((name) => name.startsWith(named));
  if (weekday >= 0) {
    // « vendredi » is the next one, never today; a date behind it is what counts.
    const dated = dayIn(rest, now);
    return dated ?? { day: after(((weekday - first.getUTCDay() + 6) % 7) + 1), rest };
  }
  const numbers = /^(?:le )?(\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?|\d{8}|\d{4}-\d\d-\d\d)(?:[ t]|$)/.exec(text);
  if (!numbers?.[1]) return undefined;
  const left = text.slice(numbers[0].length).trim();
  if (!/^\d{1,2}[/.]\d{1,2}$/.test(numbers[1])) {
    const day = readDay(numbers[1]);
    return day ? { day, rest: left } : undefined;
  }
  // Without a year it is the next such day.
  const year = first.getUTCFullYear();
  const days = [year, year + 1].map((y) => readDay(`${numbers[1]}/${y}`.replaceAll('.', '/')));
  const day = days.find((d) => d !== undefined && d >= iso(first));
  return day ? { day, rest: left } : undefined;
}

/** What somebody typed for a moment to come (« demain 14h », « ven. matin », « 27/11 15:30 »), in Paris; undefined when day or hour are missing. */
export function readMoment(text: string, now: Date): Date | undefined {
  const found = dayIn(plain(text), now);
  const hour = found && readHour(found.rest.replace(/^(?:, ?)?(?:a )?/, ''));
  return found && hour ? fromParisField(`${found.day}T${hour}`) : undefined;
}

/** A moment as `readMoment` reads it back: « 27/11/2026 15:30 ». */
export function writeMoment(at: Date): string {
  const [day, hour] = toParisField(at).split('T');
  return `${day?.split('-').reverse().join('/')} ${hour}`;
}

/** The usual ones: the mornings and afternoons of the next two working days, then Friday. */
export function momentPresets(now: Date): Date[] {
  const first = today(now);
  const working = [1, 2, 3, 4, 5, 6]
    .map((days) => new Date(first.getTime() + days * dayMs))
    .filter((day) => day.getUTCDay() % 6 !== 0)
    .slice(0, 2);
  const friday = new Date(first.getTime() + (((5 - first.getUTCDay() + 6) % 7) + 1) * dayMs);
  const moments = [...working.flatMap((day) => [`${iso(day)}T10:00`, `${iso(day)}T15:00`]), `${iso(friday)}T15:00`];
  return [...new Set(moments)].map(fromParisField).filter((at) => at !== undefined);
}
