/** Documents on which our engine and graphql-js must agree: accepted, or refused with the same messages and places. */
export const corpus = [
  '{ hello }', 'query Q { hello }', '{ pets { ...F } } fragment F on Pet { id }', '{ catOrDog { ... on Cat { indoor } } }',
  'query Q($v: Everything!) { echo(value: $v) }', 'query Q($c: CoatColor) { pets(where: {color: $c}) { id } }',
  '{ pets { ... on Dog { v: barkVolume } ... on Cat { w: indoor } } }', '{ hello hello }', '{ choose(choice: {byId: "1"}) }',
  'query Q($i: ID!) { pet(id: $i) { id } } ', '# comment\r\n{ hello }', '\uFEFF{ hello }', '{ hello(name: """\n  block\n    "quoted"\n  """) }',
  // syntax
  ' ', '{', '{}', '{ hello', '{ hello(', '{ hello(name: }', '{ hello(name: "a }', '{ hello(name: """a }', '{ a(b: 01) }', '{ a(b: 1.) }',
  '{ a(b: .5) }', '{ a(b: 1e) }', '{ a(b: 0x1) }', '{ a(b: -) }', '{ na\u00efve }', '{ a\u200bb }', '{ a(b: "\\x") }', '{ a(b: "\\uD800") }',
  '{ a(b: "\\u{110000}") }', '{ a(b: "\\u{}") }', '{ a(b: "\\u{1F600") }', '{ a: }', '{ ...on }', 'fragment on on Dog { id }', 'fragment F Dog { id }',
  'nope { a }', 'query ($a: Int = $b) { a }', '{ hello } }', "{ a(b: 'x') }", '{ a(b: ?) }', '{\r\n\r  a(b: 00)\n}', '{ a(b: "\n") }',
  '"described" { hello }', '"described" query { hello }', '"d" extend type A { a: Int }', 'query Q("d" $a: String) { hello(name: $a) }', '{ ...F } "d" fragment F on Query { hello }', 'query Q($: Int) { hello }', '{ a(b: "\u0007") }', '{ . }', '{ a(b: {c: }) }', '{ @a }', '&',
  '{ a(b: "\ud83d\ude00") ? }', '{ \ud83d\ude00 }',
  // names and leaves
  '{ nope }', '{ pets { nope } }', '{ pets }', '{ hello { a } }', '{ owners { nodes } }', '{ catOrDog { id } }', '{ catOrDog { __typename } }',
  '{ pet(id: 1) { id { x } } }', '{ __typename { a } }', '{ pets { __schema { types { name } } } }', 'subscription { petRenamed { nope } }',
  // arguments and values
  '{ hello(nope: 1) }', '{ pet { id } }', '{ pet(id: 1, id: 2) { id } }', '{ hello(name: 1) }', '{ pet(id: 1.5) { id } }', '{ pet(id: null) { id } }',
  '{ pets(where: 1) { id } }', '{ pets(where: {nope: 1}) { id } }', '{ pets(where: {color: "BLACK"}) { id } }', '{ pets(where: {color: PINK}) { id } }',
  '{ pets(where: {names: [1]}) { id } }', '{ pets(where: {names: "a"}) { id } }', '{ pets(where: {limit: 2147483648}) { id } }',
  '{ pets(where: {limit: 1.5}) { id } }', '{ pets(where: {limit: true}) { id } }', '{ echo(value: {float: "1"}) }', '{ echo(value: {float: 1}) }',
  '{ echo(value: {flag: 1}) }', '{ echo(value: {int: 1, int: 2}) }', '{ echo(value: null) }', '{ choose(choice: {}) }',
  '{ choose(choice: {byId: "a", byName: "b"}) }', '{ choose(choice: {byId: null}) }', 'mutation { renamePet(input: {id: 1}) { pet { id } } }',
  // fragments
  '{ ...F }', '{ hello } fragment F on Query { hello }', '{ ...F } fragment F on Nope { a }', '{ ...F } fragment F on CoatColor { a }',
  '{ ... on Nope { a } }', '{ ... on CoatColor { a } }', '{ ...F } fragment F on Query { ...F }', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  '{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }', '{ pets { ... on Owner { id } } }',
  '{ pets { ...F } } fragment F on Owner { id }', '{ catOrDog { ... on Owner { id } } }', '{ ...F } fragment F on Query { hello } fragment F on Query { hello }',
  // operations
  '{ hello } { hello }', 'query A { hello } query A { hello }', '{ hello } query A { hello }', 'subscription { petRenamed { id } other: petRenamed { id } }',
  'subscription S { __typename }', 'subscription S { ...F } fragment F on Subscription { petRenamed { id } x: petRenamed { id } }',
  // variables
  'query ($a: Int) { hello }', 'query Q($a: Int) { hello }', '{ hello(name: $a) }', 'query Q { hello(name: $a) }', 'query ($a: Int) { hello(name: $a) }',
  'query ($a: String, $a: String) { hello(name: $a) }', 'query ($a: Pet) { hello(name: $a) }', 'query ($a: Nope) { hello(name: $a) }',
  'query ($a: ID) { pet(id: $a) { id } }', 'query ($a: ID = "1") { pet(id: $a) { id } }', 'query ($a: ID = null) { pet(id: $a) { id } }',
  'query ($a: Int = "x") { pets(where: {limit: $a}) { id } }', 'query ($a: [String!]) { pets(where: {names: $a}) { id } }',
  'query ($a: [String]) { pets(where: {names: $a}) { id } }', 'query ($a: String) { pets(where: {names: [$a]}) { id } }',
  'query Q { ...F } fragment F on Query { hello(name: $a) }',
  // directives
  '{ hello @nope }', '{ hello @include }', '{ hello @include(if: 1) }', '{ hello @skip(if: true) @skip(if: true) }', 'query @include(if: true) { hello }',
  '{ hello @deprecated }', '{ hello @include(if: true, unless: false) }', 'query ($a: Int @skip(if: true)) { hello }', '{ hello @defer }', '{ ...@stream { hello } }',
  // overlapping fields
  '{ a: hello a: __typename }', '{ hello(name: "a") hello(name: "b") }', '{ hello hello(name: "b") }',
  '{ pets { ... on Dog { x: barkVolume } ... on Cat { x: indoor } } }', '{ pets { ... on Dog { x: name } ... on Cat { x: name } } }',
  '{ pets { ... on Dog { x: name } ... on Cat { x: color } } }', '{ pets { x: id } pets { x: name } }', '{ pets { owner { x: id } } pets { owner { x: name } } }',
  '{ pets { x: id y: id } pets { x: name y: name } }', '{ ...F ...G } fragment F on Query { x: hello } fragment G on Query { x: __typename }',
  '{ pets { ...F } } fragment F on Dog { x: id x: name }', '{ pets { ... on Dog { o: owner { x: id } } ... on Cat { o: owner { x: name } } } }',
  '{ pets { ... on Dog { o: owner { x: id } } ... on Cat { o: color } } }', '{ a: pet(id: 1) { id } a: pets { id } }',
];
