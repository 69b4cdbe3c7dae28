import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { SearchBox } from '../announcement/SearchBox';
import { ProvidersDocument, type ProvidersQuery } from '../gql/graphql';
import { labels } from './labels.fr';

type Found = ProvidersQuery['providers'][number];

/** Search of a structure of the directory. */
export function StructureField({ onChoose }: { onChoose(finess: string | undefined): void }) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 150);
    return () => clearTimeout(timer);
  }, [text]);
  const [{ data }] = useQuery({ query: ProvidersDocument, variables: { text: asked }, pause: asked.length < 2 });
  const found = asked.length < 2 ? [] : (data?.providers ?? []).filter(({ kind }) => kind === 'STRUCTURE');
  return (
    <SearchBox<Found>
      label={labels.structure}
      name="structure"
      hint={labels.structureHint}
      error={undefined}
      text={text}
      options={found}
      keyOf={(option) => option.number}
      none={labels.structureNone}
      optionOf={(option) => (
        <>
          <strong>{option.name}</strong> <span className="muted">{option.number}</span>
        </>
      )}
      onType={(typed) => {
        setText(typed);
        onChoose(undefined);
      }}
      onChoose={(option) => {
        setText(option.name ?? option.number);
        onChoose(option.number);
      }}
    />
  );
}
