import { expect, test } from 'vitest';
import { preparationText } from './dischargeViews';

const announced = {
  status: 'ANNOUNCED',
  needs: ['NURSING', 'MEALS'],
  unconfirmedNeeds: ['MEALS'],
  covered: false,
} as const;
const text = (part: object) =>
  preparationText({
    ...announced,
    needs: [...announced.needs],
    unconfirmedNeeds: [...announced.unconfirmedNeeds],
    ...part,
  });

test('Given_each_state_of_a_return_When_listed_Then_it_says_what_remains', () => {
  expect(text({ needs: null, unconfirmedNeeds: [] })).toBe('Besoins à évaluer');
  expect(text({})).toBe('1 aide à confirmer');
  expect(text({ unconfirmedNeeds: ['NURSING', 'MEALS'] })).toBe('2 aides à confirmer');
  expect(text({ unconfirmedNeeds: [], covered: true })).toBe('Aides confirmées');
  expect(text({ needs: [], unconfirmedNeeds: [], covered: true })).toBe('Aucun besoin particulier');
});

test('Given_a_stay_whose_discharge_nobody_announced_When_listed_Then_nothing_is_asked', () => {
  expect(text({ status: 'ADMITTED', needs: null })).toBeUndefined();
});
