import type { RecordCareTeamQuery } from '../gql/graphql';

export type Whole = NonNullable<NonNullable<RecordCareTeamQuery['careRecord']>['careTeam']>;
export type Member = Whole['members'][number];
export type Service = Whole['structures'][number];
export type RelativeEntry = Whole['relatives'][number];
export type Domain = 'care' | 'help' | 'social';

const social = /social|coordin|mandataire|tut[eé]l|curat|conseill|clic|ccas|mdph|juridi/i;
const help =
  /aide (à|a) domicile|auxiliaire de vie|avs\b|aide[- ]m[eé]nag|portage|t[eé]l[eé]assistance|aide et accompagnement/i;
const categories: Readonly<Record<string, Domain>> = {
  '209': 'help',
  '460': 'help',
  '340': 'social',
  '342': 'social',
  '604': 'social',
  '606': 'social',
  '609': 'social',
};

/** In which part of the team a professional is shown: by the role, else by what the directory says he or she does. */
export function domainOf({
  role,
  professional,
}: Pick<Member, 'role'> & { professional: { function: string } }): Domain {
  if (role === 'PATHWAY_COORDINATOR') return 'social';
  if (help.test(professional.function)) return 'help';
  return social.test(professional.function) ? 'social' : 'care';
}

/** The same for a structure, by its category (TRE R66). */
export const domainOfStructure = (category: string | null | undefined): Domain => categories[category ?? ''] ?? 'care';

/** The first instant of a day in Paris; null for no day. */
export function startOfDay(day: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  // At midnight UTC it is one or two o'clock in Paris: before the clocks change that night.
  const hours = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' }).format(
      new Date(`${day}T00:00:00Z`),
    ),
  );
  return new Date(`${day}T00:00:00+0${hours}:00`).toISOString();
}

interface Refused {
  code: string;
  message: string;
  changes?: readonly { label: string; author: string }[];
}

/** Errors of a team's command; what others changed meanwhile is said with the conflict. */
export const told = (errors: readonly Refused[] | null | undefined): { code: string; message: string }[] =>
  (errors ?? []).map(({ code, message, changes }) => ({
    code,
    message: [message, ...(changes ?? []).map((c) => `${c.label} (${c.author}).`)].join(' '),
  }));
