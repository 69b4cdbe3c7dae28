/** Per validation rule of the reference: documents that it accepts, and documents that it and no other rule refuses. */
const subscription = 'subscription S';
const deep = 'fields { type { fields { type { fields { name } } } } }';

export const rules = {
  ExecutableDefinitionsRule: {
    valid: ['{ hello }', 'query A { hello } mutation B { log(text: "a") }', '{ ...F } fragment F on Query { hello }'],
    invalid: ['{ hello } type Cow { name: String }', '{ hello } extend type Dog { color: String }', 'schema { query: Query }', '{ hello } directive @a on FIELD',
      '{ hello } scalar Day', '{ hello } interface Being { name: String }', '{ hello } union Any = Dog', '{ hello } enum E { A }', '{ hello } input I { a: Int }',
      'type Query { test: String }', '{ hello } "described" type Cow { name: String }'],
  },
  UniqueOperationNamesRule: {
    valid: ['query A { hello } query B { hello }', 'query A { hello } fragment A on Query { hello ...A2 } fragment A2 on Query { hello } query B { ...A }'],
    invalid: ['query A { hello } query A { pets { id } }', 'query A { hello } mutation A { log(text: "a") }', 'query A { hello } subscription A { petRenamed { id } }',
      'query A { hello } query A { hello } query A { hello }'],
  },
  LoneAnonymousOperationRule: {
    valid: ['{ hello }', 'query A { hello } query B { hello }', '{ ...F } fragment F on Query { hello }'],
    invalid: ['{ hello } { hello }', '{ hello } mutation M { log(text: "a") }', 'query A { hello } { hello }', '{ hello } subscription { petRenamed { id } }'],
  },
  SingleFieldSubscriptionsRule: {
    valid: [`${subscription} { petRenamed { id } }`, `${subscription} { petRenamed { id } petRenamed { name } }`, `${subscription} { ...F } fragment F on Subscription { petRenamed { id } }`,
      `${subscription} { ... { petRenamed { id } } }`, 'subscription { x: petRenamed { id } }'],
    invalid: [`${subscription} { petRenamed { id } other: petRenamed { id } }`, 'subscription { a: petRenamed { id } b: petRenamed { id } c: petRenamed { id } }',
      `${subscription} { petRenamed { id } ...F } fragment F on Subscription { other: petRenamed { id } }`, `${subscription} { __typename }`, 'subscription { x: __typename }',
      `${subscription} { petRenamed { id } __typename }`, `${subscription} { petRenamed { id } ... on Subscription { x: petRenamed { id } } }`,
      `${subscription} { ...A ...B } fragment A on Subscription { a: petRenamed { id } } fragment B on Subscription { b: petRenamed { id } }`],
  },
  KnownTypeNamesRule: {
    valid: ['query ($a: String, $b: [ID!]) { hello(name: $a) ids(v: $b) }', '{ pets { ... on Dog { id } ...F } } fragment F on Cat { id }'],
    invalid: ['query ($a: Badger) { hello(name: $a) }', 'query ($a: [Badger!]!) { texts(v: $a) }', '{ pets { ... on Badger { id } } }', '{ pets { ...F } } fragment F on Badger { id }',
      'query ($a: __Badger) { hello(name: $a) }'],
  },
  FragmentsOnCompositeTypesRule: {
    valid: ['{ pets { ... on Pet { id } } }', '{ pets { ... on Dog { id } } }', '{ catOrDog { ... on CatOrDog { __typename } } }', '{ pets { ... { id } } }'],
    invalid: ['{ pets { ... on CoatColor { id } } }', '{ pets { ... on String { id } } }', '{ pets { ...F } } fragment F on Boolean { id }', '{ pets { ...F } } fragment F on PetFilter { id }'],
  },
  VariablesAreInputTypesRule: {
    valid: ['query ($a: String, $b: PetFilter, $c: CoatColor, $d: [ID!]) { hello(name: $a) pets(where: $b) { id } color(v: $c) ids(v: $d) }'],
    invalid: ['query ($a: Dog) { hello(name: $a) }', 'query ($a: [CatOrDog!]!) { texts(v: $a) }', 'query ($a: Pet!) { hello(name: $a) }', 'query ($a: __Type) { hello(name: $a) }'],
  },
  ScalarLeafsRule: {
    valid: ['{ hello pets { id name } }', '{ catOrDog { __typename } }'],
    invalid: ['{ pets }', '{ hello { a } }', '{ pets { name { a } } }', '{ pets { owner } }', '{ catOrDog }', '{ hello(name: "a") { b } }', '{ hello @include(if: true) { b } }',
      '{ __schema }', '{ pets { id { a } } }', 'mutation { renamePet(input: {id: "1", name: "a"}) }', '{ __typename { a } }'],
  },
  FieldsOnCorrectTypeRule: {
    valid: ['{ pets { __typename id } }', '{ pets { other: name } }', '{ pets { ... on Dog { barkVolume } } }', '{ catOrDog { __typename ... on Cat { indoor } } }'],
    invalid: ['{ meow }', '{ pets { barkVolume } }', '{ pets { ... on Dog { indoor } } }', '{ catOrDog { name } }', '{ pets { x: nope } }', '{ pets { owner { nope } } }',
      '{ pets { ... on Cat { ... on Pet { indoor } } } }', '{ pets { __schema { types { name } } } }', 'mutation { hello }', 'subscription { hello }', '{ pets { ...F } } fragment F on Dog { meow }',
      '{ nope { deeper { still } } }', '{ nope { ... on Dog { meow } } }'],
  },
  UniqueFragmentNamesRule: {
    valid: ['{ ...A ...B } fragment A on Query { hello } fragment B on Query { hello }', 'query A { ...A } fragment A on Query { hello }'],
    invalid: ['{ ...A } fragment A on Query { hello } fragment A on Query { hello }', '{ ...A } fragment A on Query { hello } fragment A on Query { hello } fragment A on Query { hello }'],
  },
  KnownFragmentNamesRule: {
    valid: ['{ ...A } fragment A on Query { ...B } fragment B on Query { hello }'],
    invalid: ['{ ...A }', '{ hello ... on Query { ...A } }', '{ ...A } fragment A on Query { hello ...B }', '{ pets { ...A } }'],
  },
  NoUnusedFragmentsRule: {
    valid: ['query A { ...F } query B { hello } fragment F on Query { hello }', '{ pets { owner { ...F } } } fragment F on Owner { id }'],
    invalid: ['{ hello } fragment A on Query { hello }', '{ ...A } fragment A on Query { hello } fragment B on Query { hello } fragment C on Query { ...B }',
      'query Q { hello } fragment A on Query { ...B } fragment B on Query { hello }'],
  },
  PossibleFragmentSpreadsRule: {
    valid: ['{ pets { ... on CatOrDog { __typename } } }', '{ catOrDog { ... on Pet { id } } }', '{ pets { ... on Dog { ... on CatOrDog { __typename } } } }', '{ ... on Query { hello } }',
      '{ pets { ...F } } fragment F on CatOrDog { ... on Dog { id } }'],
    invalid: ['{ pets { ... on Owner { id } } }', '{ pets { ... on Dog { ... on Cat { id } } } }', '{ pets { ... on Dog { ...F } } } fragment F on Cat { id }', '{ catOrDog { ... on Owner { id } } }',
      '{ pets { owner { ... on Pet { id } } } }', '{ pets { owner { ...F } } } fragment F on CatOrDog { __typename }', '{ ... on Mutation { log(text: "a") } }', '{ ...F } fragment F on Dog { id }'],
  },
  NoFragmentCyclesRule: {
    valid: ['{ ...A ...B } fragment A on Query { ...B } fragment B on Query { hello }', '{ ...A ...A } fragment A on Query { ...B ...B } fragment B on Query { hello }'],
    invalid: ['{ ...A } fragment A on Query { ...A }', '{ ...A } fragment A on Query { ... { ...A } }', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ... on Query { ...C } } fragment C on Query { ...A }',
      '{ ...A } fragment A on Query { ...B ...C } fragment B on Query { ...A } fragment C on Query { ...A }',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...C ...B } fragment C on Query { ...B ...A }', '{ ...A } fragment A on Query { ...A ...A }',
      '{ pets { owner { ...A } } } fragment A on Owner { id ...A }', '{ ...A ...D } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...B } fragment D on Query { ...C }'],
  },
  UniqueVariableNamesRule: {
    valid: ['query A($a: String) { hello(name: $a) } query B($a: String) { hello(name: $a) }'],
    invalid: ['query ($a: String, $a: String, $a: String) { hello(name: $a) }', 'query A($a: String, $a: String) { hello(name: $a) } query B($a: String, $a: String) { hello(name: $a) }'],
  },
  NoUndefinedVariablesRule: {
    valid: ['query ($a: String) { ...F } fragment F on Query { hello(name: $a) }', 'query A($a: String) { ...F } query B($a: String) { ...F } fragment F on Query { hello(name: $a) }',
      'query ($a: Boolean!) { ... @include(if: $a) { hello } }'],
    invalid: ['query Q($a: String) { hello(name: $b) x: hello(name: $a) }', '{ hello(name: $b) }', 'query Q { ...F } fragment F on Query { hello(name: $a) }',
      'query Q { ...F } fragment F on Query { ...G } fragment G on Query { hello(name: $a) x: hello(name: $b) }', 'query A($a: String) { ...F } query B { ...F } fragment F on Query { hello(name: $a) }',
      '{ hello @include(if: $a) }', '{ pets(where: {names: [$a]}) { id } }', '{ nested(v: {strict: 1, inner: {strict: $a}}) }', '{ ... @skip(if: $a) { hello } }'],
  },
  NoUnusedVariablesRule: {
    valid: ['query ($a: Boolean = true) { hello @skip(if: $a) }', 'query ($a: Int) { ints(v: [1, $a]) }'],
    invalid: ['query ($a: String) { hello }', 'query Q($a: String, $b: String, $c: String) { hello(name: $b) }', 'query A($a: String) { hello } query B($a: String) { hello(name: $a) }',
      'query Q($a: String) { ...F } fragment F on Query { hello }', 'query A($a: String) { ...F } query B($b: String) { ...G } fragment F on Query { x: hello } fragment G on Query { hello(name: $b) }'],
  },
  KnownDirectivesRule: {
    valid: ['{ hello @include(if: true) ... @skip(if: false) { hello } ...F @include(if: true) } fragment F on Query { hello }'],
    invalid: ['{ hello @unknown }', '{ hello @unknown @other }', '{ ... @unknown { hello } }', 'query @include(if: true) { hello }', 'mutation @skip(if: true) { log(text: "a") }',
      '{ ...F } fragment F on Query @include(if: true) { hello }', 'query ($a: String @include(if: true)) { hello(name: $a) }', '{ hello @deprecated }', '{ hello @specifiedBy(url: "a") }',
      '{ hello @oneOf }', 'subscription @include(if: true) { petRenamed { id } }', '{ hello @defer }', '{ pets @stream { id } }', '{ ...F @unknown } fragment F on Query @unknown { hello }'],
  },
  UniqueDirectivesPerLocationRule: {
    valid: ['{ hello @skip(if: false) @include(if: true) }', '{ hello @skip(if: false) x: hello @skip(if: false) }'],
    invalid: ['{ hello @skip(if: false) @skip(if: true) }', '{ hello @include(if: true) @skip(if: false) @include(if: true) }', '{ ... @skip(if: true) @skip(if: true) { hello } }',
      '{ ...F @skip(if: true) @skip(if: true) @skip(if: true) } fragment F on Query { hello }'],
  },
  KnownArgumentNamesRule: {
    valid: ['{ hello(name: "a") @include(if: true) }', '{ owners(first: 1) { nodes { id } } }'],
    invalid: ['{ hello(nope: 1) }', '{ hello(name: "a", nope: 1, other: 2) }', '{ hello @include(if: true, unless: false) }', '{ pets { id(a: 1) } }', '{ ...F } fragment F on Query { hello(nope: 1) }',
      '{ __typename(a: 1) }', '{ __type(name: "Dog", nope: 1) { name } }', '{ owners(last: 1) { nodes { id } } }'],
  },
  UniqueArgumentNamesRule: {
    valid: ['{ a: hello(name: "a") b: hello(name: "b") }', '{ pet(id: 1) { id } }'],
    invalid: ['{ hello(name: "a", name: "a") }', '{ hello(name: "a", name: "b", name: "c") }', '{ hello @skip(if: true, if: true) }', '{ pet(id: 1, id: 2) { id } }'],
  },
  ValuesOfCorrectTypeRule: {
    valid: ['{ int(v: 1) float(v: 1) id(v: 1) text(v: "a") flag(v: true) color(v: BLACK) ints(v: 1) matrix(v: 1) nested(v: {strict: 1}) choice(v: {byId: "a"}) }',
      '{ int(v: null) ints(v: [null]) choice(v: null) nested(v: {strict: 1, inner: null}) }', '{ float(v: 1e3) id(v: "a") text(v: """b""") }'],
    invalid: ['{ int(v: "1") }', '{ int(v: 1.0) }', '{ int(v: 829384293849283498239482938) }', '{ int(v: BLACK) }', '{ float(v: "a") }', '{ float(v: true) }', '{ text(v: 1) }', '{ text(v: BLACK) }',
      '{ flag(v: 1) }', '{ flag(v: "true") }', '{ flag(v: TRUE) }', '{ id(v: 1.5) }', '{ id(v: true) }', '{ id(v: BLACK) }', '{ color(v: 1) }', '{ color(v: "BLACK") }', '{ color(v: true) }',
      '{ color(v: JUGGLE) }', '{ color(v: black) }', '{ ints(v: ["a", 1]) }', '{ ints(v: "a") }', '{ intsInner(v: [1, null]) }', '{ intsStrict(v: null) }', '{ intStrict(v: null) }', '{ matrix(v: [[1], ["a"]]) }',
      '{ nested(v: {}) }', '{ nested(v: {strict: null}) }', '{ nested(v: {strict: 1, nope: 1}) }', '{ nested(v: {strict: "a", int: "b"}) }', '{ nested(v: {strict: 1, inner: {}}) }', '{ nested(v: 1) }',
      '{ nested(v: [{strict: 1}]) }', '{ nestedList(v: [1]) }', '{ choice(v: {}) }', '{ choice(v: {byId: "a", byName: "b"}) }', '{ choice(v: {byId: null}) }', '{ choices(v: [{byId: "a"}, {}]) }',
      '{ nested(v: {strict: 1, choice: {byId: "a", byName: null}}) }', 'query ($a: Int = "a") { int(v: $a) }', 'query ($a: Int! = null) { int(v: $a) }', 'query ($a: Nested = {}) { nested(v: $a) }',
      'query ($a: CoatColor = "BLACK") { color(v: $a) }', '{ hello @include(if: "a") }', '{ hello @skip(if: null) }', '{ choice(v: {nope: 1}) }', '{ float(v: {a: 1}) }'],
  },
  ProvidedRequiredArgumentsRule: {
    valid: ['{ pet(id: 1) { id } }', '{ intStrictDefault }', '{ hello }', 'query ($a: ID!) { pet(id: $a) { id } }'],
    invalid: ['{ pet { id } }', '{ intStrict }', '{ hello @include }', '{ pets { ... @skip { id } } }', 'mutation { log }', '{ __type { name } }', '{ ...F @include } fragment F on Query { intsStrict }'],
  },
  VariablesInAllowedPositionRule: {
    valid: ['query ($a: Int!) { int(v: $a) }', 'query ($a: Int = 1) { intStrict(v: $a) }', 'query ($a: Int) { intStrictDefault(v: $a) }', 'query ($a: [Int!]!) { ints(v: $a) }',
      'query ($a: Int!) { ints(v: [$a]) }', 'query ($a: String!) { choice(v: {byId: $a}) }', 'query ($a: Int!) { nested(v: {strict: $a}) }'],
    invalid: ['query ($a: Int) { text(v: $a) }', 'query ($a: Int) { intStrict(v: $a) }', 'query ($a: Int = null) { intStrict(v: $a) }', 'query ($a: [Int]) { intsInner(v: $a) }', 'query ($a: Int!) { ints(v: $a) }',
      'query ($a: [Int!]) { int(v: $a) }', 'query ($a: Int) { nested(v: {strict: $a}) }', 'query ($a: String) { nested(v: {strict: 1, int: $a}) }', 'query ($a: Int) { intsInner(v: [$a]) }',
      'query ($a: Boolean) { hello @include(if: $a) }', 'query ($a: String) { hello @include(if: $a) }', 'query ($a: String) { choice(v: {byId: $a}) }', 'query ($a: String = "a") { choice(v: {byId: $a}) }',
      'query ($a: Int) { ...F } fragment F on Query { text(v: $a) }', 'query A($a: Int) { ...F } query B($a: String) { ...F } fragment F on Query { text(v: $a) }', 'query ($a: [[Int]]) { matrixStrict(v: $a) }',
      'query ($a: ID) { text(v: $a) }', 'query ($a: CoatColor) { text(v: $a) }'],
  },
  OverlappingFieldsCanBeMergedRule: {
    valid: ['{ pets { id id } }', '{ a: hello(name: "a") a: hello(name: "a") }', '{ pets { ... on Dog { x: name } ... on Cat { x: name } } }', '{ pets { ... on Dog { x: barkVolume } ... on Cat { y: indoor } } }',
      '{ pets { id @include(if: true) id @skip(if: true) } }', '{ nested(v: {strict: 1, int: 2}) nested(v: {int: 2, strict: 1}) }', '{ pets { owner { id } owner { name } } }',
      '{ pets { ... on Dog { x: name } ... on Cat { x: name } } pets { id } }', '{ ...A ...A } fragment A on Query { hello }', '{ pets { ... on Dog { o: owner { a: id } } ... on Cat { o: owner { a: id } } } }',
      'query ($a: String) { hello(name: $a) hello(name: $a) }'],
    invalid: ['{ x: hello x: holes }', '{ pets { x: id x: name } }', '{ pets { name: id name } }', '{ hello(name: "a") hello(name: "b") }', '{ hello hello(name: "a") }', '{ pet(id: 1) { id } pet(id: "1") { id } }',
      '{ nested(v: {strict: 1}) nested(v: {strict: 2}) }', '{ ints(v: [1, 2]) ints(v: [2, 1]) }', 'query ($a: String, $b: String) { hello(name: $a) hello(name: $b) }',
      '{ pets { ... on Dog { x: barkVolume } ... on Cat { x: indoor } } }', '{ pets { ... on Dog { x: name } ... on Pet { x: id } } }', '{ pets { ...A ...B } } fragment A on Pet { x: id } fragment B on Pet { x: name }',
      '{ pets { ...A ... on Dog { ...B } } } fragment A on Pet { x: id } fragment B on Dog { x: name }',
      '{ pets { owner { x: id } owner { x: name } } }', '{ pets { owner { x: id y: id } owner { x: name y: name } } }', '{ pets { o: owner { id } } pets { o: id } }',
      '{ pets { owner { ...A } owner { ...B } } } fragment A on Owner { x: id } fragment B on Owner { x: name }', '{ a: pets { id } a: pet(id: 1) { id } }',
      '{ pets { ... on Dog { o: owner { x: id } } ... on Cat { o: owner { x: name } } } }', '{ pets { ... on Dog { x: id } ... on Cat { x: color } } }',
      '{ ...A } fragment A on Query { x: hello ...B } fragment B on Query { x: holes }', '{ catOrDog { ... on Dog { x: barkVolume } ... on Cat { x: name } } }',
      'mutation { x: log(text: "a") x: log(text: "b") }', '{ pets { x: __typename x: id } }', '{ pets { id owner { id: name id } } }'],
  },
  UniqueInputFieldNamesRule: {
    valid: ['{ nested(v: {strict: 1, int: 1, inner: {strict: 1}}) }'],
    invalid: ['{ nested(v: {strict: 1, strict: 1}) }', '{ nested(v: {strict: 1, int: 1, int: 2, int: 3}) }', '{ nested(v: {strict: 1, inner: {strict: 1, strict: 2}}) }',
      'query ($a: Nested = {strict: 1, strict: 2}) { nested(v: $a) }'],
  },
  MaxIntrospectionDepthRule: {
    valid: ['{ __schema { queryType { name } types { fields { type { fields { name } } } } } }', '{ __type(name: "Dog") { interfaces { possibleTypes { name } } } }',
      '{ __schema { types { fields { name } inputFields { name } interfaces { name } } } }', '{ __schema { types { ...F } } } fragment F on __Type { fields { name } }'],
    invalid: [`{ __schema { types { ${deep} } } }`, `{ __type(name: "Dog") { ${deep} } }`, '{ __type(name: "Dog") { interfaces { possibleTypes { inputFields { name } } } } }',
      '{ __schema { types { ...F } } } fragment F on __Type { fields { type { ...G } } } fragment G on __Type { fields { type { fields { name } } } }',
      `{ a: __type(name: "Dog") { ${deep} } b: __type(name: "Cat") { ${deep} } }`, `{ ...F } fragment F on Query { __schema { types { ${deep} } } }`],
  },
};
