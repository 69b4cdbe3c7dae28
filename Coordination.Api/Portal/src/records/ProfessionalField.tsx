import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { SearchBox } from '../announcement/SearchBox';
import { TeamCandidatesDocument, type TeamCandidatesQuery } from '../gql/graphql';
import { labels } from './labels.fr';

type Candidate = TeamCandidatesQuery['professionals'][number];

/** Search of a professional of the directory. */
export function ProfessionalField({ onChoose }: { onChoose(id: string | undefined): void }) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 150);
    return () => clearTimeout(timer);
  }, [text]);
  const [{ data }] = useQuery({ query: TeamCandidatesDocument, variables: { text: asked }, pause: asked.length < 2 });
  return (
    <SearchBox<Candidate>
      label={labels.professional}
      name="professional"
      hint={labels.professionalHint}
      error={undefined}
      text={text}
      options={asked.length < 2 ? [] : (data?.professionals ?? [])}
      keyOf={(option) => option.id}
      none={labels.professionalNone}
      optionOf={(option) => (
        <>
          <strong>{option.displayName}</strong>{' '}
          <span className="muted">{[option.function, option.organization].filter(Boolean).join(' · ')}</span>
        </>
      )}
      onType={(typed) => {
        setText(typed);
        onChoose(undefined);
      }}
      onChoose={(option) => {
        setText(option.displayName);
        onChoose(option.id);
      }}
    />
  );
}
