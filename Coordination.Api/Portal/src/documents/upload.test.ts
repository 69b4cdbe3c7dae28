import { expect, test } from 'vitest';
import { outcomeOf } from './upload';

test('a refusal says why, an answer without words is a loss that may be sent again', () => {
  expect(outcomeOf(201, { id: 'x' })).toEqual({ kind: 'done' });
  expect(outcomeOf(415, { code: 'DOCUMENT_TYPE_NOT_KEPT', message: 'Type non conservé.' })).toEqual({
    kind: 'refused',
    error: { code: 'DOCUMENT_TYPE_NOT_KEPT', message: 'Type non conservé.' },
  });
  expect(outcomeOf(502, null)).toEqual({ kind: 'lost' });
  expect(outcomeOf(500, 'not json')).toEqual({ kind: 'lost' });
});
