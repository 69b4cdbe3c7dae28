/**
 * Inputs per type: `json` are the texts of a variable's value (sent as they stand: 1.0 is not 1), `literals` the texts in the document,
 * `mixed` documents in which variables stand inside literals.
 */
const numbers = ['0', '1', '-1', '-0', '2147483647', '-2147483648', '2147483648', '-2147483649', '1.0', '1e3', '1.5', '1E2', '1e-2', '9007199254740993', '1e30'];
const others = ['null', 'true', 'false', '"a"', '""', '"1"', '"1.5"', '"true"', '[]', '[1]', '{}', '{"a": 1}'];
const literals = ['0', '1', '-1', '2147483647', '2147483648', '1.0', '1e3', '1.5', 'null', 'true', '"a"', '""', '"1"', '"""b"""', 'BLACK', '[]', '[1]', '{}', '{a: 1}'];

const scalar = { json: [...numbers, ...others], literals };
const list = {
  json: ['null', '1', '"a"', 'true', '[]', '[1]', '[1, null]', '[null]', '["a", 1]', '[[1]]', '[[1], 2]', '[[1], null]', '[[null]]', '[1.5, true]', '{}', '{"0": 1}'],
  literals: ['null', '1', '"a"', '[]', '[1]', '[1, null]', '[null]', '["a", 1]', '[[1]]', '[[1], 2]', '[[1], null]', '[[null]]', '[1.5, true]', '{}'],
};
const choice = {
  json: ['null', '{}', '{"byId": "a"}', '{"byId": "a", "byName": "b"}', '{"byId": null}', '{"byId": "a", "byName": null}', '{"byId": null, "byName": null}',
    '{"nope": 1}', '{"byId": "a", "nope": 1}', '{"byId": 1}', '"a"', '[]', '[{"byId": "a"}]'],
  literals: ['null', '{}', '{byId: "a"}', '{byId: "a", byName: "b"}', '{byId: null}', '{byId: "a", byName: null}', '{byId: null, byName: null}',
    '{nope: 1}', '{byId: 1}', '"a"', '1'],
};
const nested = {
  json: ['null', '{}', '{"strict": 1}', '{"strict": null}', '{"strict": "1"}', '{"strict": 1, "int": null}', '{"strict": 1, "int": 2}', '{"strict": 1, "nope": 2}',
    '{"strict": 1, "withDefault": null}', '{"strict": 1, "withDefault": 6}', '{"strict": 1, "color": null}', '{"strict": 1, "color": "BLACK"}', '{"strict": 1, "color": "black"}',
    '{"strict": 1, "color": 0}', '{"strict": 1, "list": 3}', '{"strict": 1, "list": [3, null]}', '{"strict": 1, "list": null}', '{"strict": 1, "loose": [3, null]}',
    '{"strict": 1, "inner": {}}', '{"strict": 1, "inner": {"strict": 2, "inner": {"strict": 3}}}', '{"strict": 1, "inner": {"strict": 2, "nope": 3}}', '{"strict": 1, "inner": 2}',
    '{"strict": 1, "choice": {}}', '{"strict": 1, "choice": {"byId": "a"}}', '{"strict": 1.5, "int": "a", "nope": 1}', '1', '"a"', '[]', '[{"strict": 1}]',
    '[{"strict": 1}, null]', '[{"strict": 1}, {}]', '[{"strict": 1}, {"strict": "a"}]'],
  literals: ['null', '{}', '{strict: 1}', '{strict: null}', '{strict: "1"}', '{strict: 1, int: null}', '{strict: 1, int: 2}', '{strict: 1, nope: 2}', '{strict: 1, strict: 2}',
    '{strict: 1, withDefault: null}', '{strict: 1, withDefault: 6}', '{strict: 1, color: null}', '{strict: 1, color: BLACK}', '{strict: 1, color: "BLACK"}', '{strict: 1, color: PINK}',
    '{strict: 1, list: 3}', '{strict: 1, list: [3, null]}', '{strict: 1, loose: [3, null]}', '{strict: 1, inner: {}}', '{strict: 1, inner: {strict: 2}}', '{strict: 1, choice: {}}',
    '{strict: 1, choice: {byName: "a"}}', '1', '"a"', '[]', '[{strict: 1}]', '[{strict: 1}, null]'],
};

export const inputs = {
  int: scalar, intStrict: scalar, intDefault: scalar, intStrictDefault: scalar, float: scalar, text: scalar, flag: scalar,
  // A whole number beyond what JavaScript can count is kept digit by digit here, and rounded there.
  id: { json: scalar.json.filter(text => !(Math.abs(Number(text)) > Number.MAX_SAFE_INTEGER)), literals },
  color: { json: [...numbers.slice(0, 2), ...others, '"BLACK"', '"DARK_BROWN"', '"black"', '"PINK"'], literals: [...literals, 'DARK_BROWN', 'black', 'PINK', '"BLACK"'] },
  colorDefault: { json: ['null', '"WHITE"', '"PINK"'], literals: ['null', 'WHITE', 'PINK'] },
  colors: { json: ['"BLACK"', '["BLACK"]', '["BLACK", null]', '["BLACK", "PINK"]', '[1]', 'null'], literals: ['BLACK', '[BLACK]', '[BLACK, null]', '["BLACK"]', '[BLACK, PINK]'] },
  ints: list, intsInner: list, intsStrict: list, intsDefault: list, matrix: list, matrixStrict: list, floats: list, texts: list, ids: list,
  choice, choices: choice, nested, nestedList: nested,
};

export const mixed = [
  ['query ($a: Int) { r: ints(v: [1, $a]) }', ['{}', '{"a": 2}', '{"a": null}', '{"a": "x"}']],
  ['query ($a: Int!) { r: intsInner(v: [1, $a]) }', ['{}', '{"a": 2}', '{"a": null}']],
  ['query ($a: Int) { r: int(v: $a) }', ['{}', '{"a": 2}', '{"a": null}', '{"b": 1}']],
  ['query ($a: Int) { r: intDefault(v: $a) }', ['{}', '{"a": 2}', '{"a": null}']],
  ['query ($a: Int) { r: intStrictDefault(v: $a) }', ['{}', '{"a": 2}', '{"a": null}']],
  ['query ($a: Int = 3) { r: intStrict(v: $a) }', ['{}', '{"a": 2}', '{"a": null}']],
  ['query ($a: Int = 3) { r: int(v: $a) }', ['{}', '{"a": 2}', '{"a": null}']],
  ['query ($a: Int = null) { r: int(v: $a) }', ['{}', '{"a": 2}', '{"a": null}']],
  ['query ($a: Int! = 3) { r: intStrict(v: $a) }', ['{}', '{"a": 2}', '{"a": null}']],
  ['query ($a: [Int!]! = [3]) { r: intsStrict(v: $a) }', ['{}', '{"a": 2}', '{"a": [null]}', '{"a": [4, 5]}']],
  ['query ($a: [Int] = 3) { r: ints(v: $a) }', ['{}', '{"a": 2}', '{"a": [null]}']],
  ['query ($a: Int) { r: nested(v: {strict: 1, int: $a}) }', ['{}', '{"a": 2}', '{"a": null}']],
  ['query ($a: Int!) { r: nested(v: {strict: $a}) }', ['{}', '{"a": 2}', '{"a": null}', '{"a": true}']],
  ['query ($a: Int) { r: nested(v: {strict: 1, withDefault: $a}) }', ['{}', '{"a": 2}', '{"a": null}']],
  ['query ($a: CoatColor) { r: nested(v: {strict: 1, color: $a}) }', ['{}', '{"a": "BLACK"}', '{"a": null}']],
  ['query ($a: Nested = {strict: 1}) { r: nested(v: $a) }', ['{}', '{"a": {"strict": 2}}', '{"a": null}', '{"a": {}}']],
  ['query ($a: String!) { r: choice(v: {byId: $a}) }', ['{}', '{"a": "x"}', '{"a": null}']],
  ['query ($a: Choice = {byId: "d"}) { r: choice(v: $a) }', ['{}', '{"a": {"byName": "x"}}', '{"a": {}}', '{"a": null}']],
  ['query ($a: Boolean!) { r: int(v: 1) @include(if: $a) }', ['{}', '{"a": true}', '{"a": false}', '{"a": null}', '{"a": "true"}']],
  ['query ($a: Boolean = true) { r: int(v: 1) @skip(if: $a) }', ['{}', '{"a": true}', '{"a": false}', '{"a": null}']],
];
