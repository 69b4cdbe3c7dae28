import type { DayOfWeek, SettingsFragment } from '../gql/graphql';

/** A line of the form: what is typed for a day, kept when the day is closed. */
export interface DayLine {
  day: DayOfWeek;
  open: boolean;
  opens: string;
  closes: string;
  relay: string;
}

export const days: readonly DayOfWeek[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
];

interface Week {
  week: readonly Pick<SettingsFragment['week'][number], 'day' | 'opens' | 'closes'>[];
  relays: readonly Pick<SettingsFragment['relays'][number], 'day' | 'relay'>[];
}

/** The seven lines of what is decided. */
export const linesOf = ({ week, relays }: Week): DayLine[] =>
  days.map((day) => {
    const hours = week.find((known) => known.day === day);
    const relay = relays.find((known) => known.day === day)?.relay ?? '';
    return { day, open: !!hours, opens: hours?.opens ?? '09:00', closes: hours?.closes ?? '17:30', relay };
  });

/** What the lines decide: a closed day has no hours, an empty relay is none. */
export const weekOf = (lines: readonly DayLine[]) => ({
  days: lines.filter((line) => line.open).map(({ day, opens, closes }) => ({ day, opens, closes })),
  relays: lines.filter((line) => line.relay.trim() !== '').map(({ day, relay }) => ({ day, relay: relay.trim() })),
});
