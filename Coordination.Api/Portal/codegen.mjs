// Types every operation of src/**/*.graphql against the schema of the API; the schema file is the only contract read.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { addTypenameSelectionDocumentTransform, preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { parse } from 'graphql';

const root = import.meta.dirname;
const out = 'src/gql/';
const schema = parse(readFileSync(join(root, '../schema.graphqls'), 'utf8'));
const documents = readdirSync(join(root, 'src'), { recursive: true })
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => {
    const rawSDL = readFileSync(join(root, 'src', name), 'utf8');
    return { location: relative(root, join(root, 'src', name)), rawSDL, document: parse(rawSDL) };
  });

const files = await preset.buildGeneratesSection({
  baseOutputDir: out,
  schema,
  documents,
  config: { enumsAsTypes: true, useTypeImports: true, scalars: { DateTime: 'string', Date: 'string', UUID: 'string' } },
  presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
  plugins: [],
  pluginMap: {},
  documentTransforms: [{ transformObject: addTypenameSelectionDocumentTransform, config: {} }],
});
for (const file of files) {
  const text = await codegen(file);
  const path = join(root, file.filename);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
