import { describe, expect, it } from 'vitest';
import { domainOf, domainOfStructure, startOfDay, told } from './teamViews';

const as = (text: string) => domainOf({ role: 'TEAM_MEMBER', professional: { function: text } });

describe('a team', () => {
  it('shows each professional in the part of what he or she does', () => {
    expect([as('Infirmière'), as('Médecin'), as('Aide-soignante'), as('')]).toEqual(['care', 'care', 'care', 'care']);
    expect([as('Aide à domicile'), as('Auxiliaire de vie sociale')]).toEqual(['help', 'help']);
    expect([as('Assistante de service social'), as('Coordinatrice'), as('Mandataire judiciaire')]).toEqual([
      'social',
      'social',
      'social',
    ]);
    expect(domainOf({ role: 'PATHWAY_COORDINATOR', professional: { function: 'Infirmier' } })).toBe('social');
    expect([
      domainOfStructure('209'),
      domainOfStructure('340'),
      domainOfStructure('354'),
      domainOfStructure(null),
    ]).toEqual(['help', 'social', 'care', 'care']);
  });

  it('begins a day at midnight in Paris, in winter, in summer and when the clocks change', () => {
    expect(startOfDay('2026-11-23')).toBe('2026-11-22T23:00:00.000Z');
    expect(startOfDay('2026-07-01')).toBe('2026-06-30T22:00:00.000Z');
    expect(startOfDay('2026-03-29')).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay('2026-10-25')).toBe('2026-10-24T22:00:00.000Z');
    expect(startOfDay('')).toBeNull();
  });

  it('says what others changed with a conflict', () => {
    expect(
      told([{ code: 'C', message: 'Changé entre-temps.', changes: [{ label: 'Sortie', author: 'Marc' }] }]),
    ).toEqual([{ code: 'C', message: 'Changé entre-temps. Sortie (Marc).' }]);
    expect(told(null)).toEqual([]);
  });
});
