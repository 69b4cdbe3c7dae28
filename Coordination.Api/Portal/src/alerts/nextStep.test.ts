import { expect, test } from 'vitest';
import { missingIn, needToConfirm, providerNumberOf } from '../discharge/confirmation';
import type { ArrangementLineFragment, PreparationFragment } from '../gql/graphql';
import { nextStepOf } from './AlertActions';

const arrangement: ArrangementLineFragment = {
  __typename: 'Arrangement',
  need: 'MEALS',
  channel: 'PHONE',
  confirmedBy: 'Accueil',
  firstVisitAt: '2026-11-27T17:00:00Z',
  late: false,
  toReconfirm: true,
  provider: {
    __typename: 'Provider',
    number: '470000027',
    kind: 'STRUCTURE',
    name: 'Repas',
    category: null,
    phone: null,
  },
};
const discharge = {
  needs: ['PERSONAL_CARE', 'MEALS'],
  unconfirmedNeeds: ['PERSONAL_CARE'],
  arrangements: [arrangement],
} as unknown as PreparationFragment;

test('Given_each_rule_When_the_alert_stands_Then_the_step_that_would_end_it_is_offered', () => {
  const step = (ruleCode: string) => nextStepOf({ ruleCode, status: 'TAKEN' });
  expect(['AL47', 'AL01', 'AL02', 'AL09', 'AL05'].map(step)).toEqual([
    'assess',
    'confirm',
    'confirm',
    'reconfirm',
    undefined,
  ]);
  expect(nextStepOf({ ruleCode: 'AL01', status: 'RESOLVED' })).toBeUndefined();
});

test('Given_an_alert_When_a_help_is_to_be_confirmed_Then_the_need_it_speaks_of_is_chosen', () => {
  expect(needToConfirm('AL01', discharge)).toBe('NURSING');
  expect(needToConfirm('AL02', discharge)).toBe('PERSONAL_CARE');
  expect(needToConfirm('AL09', discharge)).toBe('MEALS');
});

const draft = {
  need: 'NURSING' as const,
  providerText: '',
  providerNumber: undefined,
  confirmedBy: '',
  channel: 'PHONE' as const,
  firstVisit: '',
};

test('Given_nothing_typed_When_sent_Then_every_field_says_what_is_missing', () => {
  expect(Object.keys(missingIn(draft, 'obligatoire'))).toEqual(['provider', 'confirmedBy', 'firstVisitAt']);
});

test('Given_a_number_typed_with_spaces_When_read_Then_it_is_the_provider_and_a_name_alone_is_not', () => {
  expect(providerNumberOf({ ...draft, providerText: '47 000 002 7' })).toBe('470000027');
  expect(providerNumberOf({ ...draft, providerText: '10000000017' })).toBe('10000000017');
  expect(providerNumberOf({ ...draft, providerText: '2a0000014' })).toBe('2A0000014');
  expect(providerNumberOf({ ...draft, providerText: 'Cabinet Faure' })).toBeUndefined();
  expect(providerNumberOf({ ...draft, providerText: 'Cabinet Faure', providerNumber: '10000000017' })).toBe(
    '10000000017',
  );
});
