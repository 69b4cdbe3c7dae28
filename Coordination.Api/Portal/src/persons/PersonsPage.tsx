import { useState } from 'react';
import { useQuery } from 'urql';
import { MeDocument, PersonsDocument } from '../gql/graphql';
import { Button } from '../ui/Button';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import { PersonTable } from './PersonTable';
import { RegisterForm } from './RegisterForm';
import { type Search, SearchForm } from './SearchForm';
import './persons.css';

/** Looks persons up; somebody new is created only after a search. */
export default function PersonsPage() {
  usePageTitle(labels.title);
  const [search, setSearch] = useState<Search>();
  const [creating, setCreating] = useState(false);
  const [{ data: who }] = useQuery({ query: MeDocument });
  const permissions = who?.me.permissions ?? [];
  const [{ data, error, fetching }, again] = useQuery({
    query: PersonsDocument,
    variables: search?.ins.trim() ? { ins: search.ins } : { birthDate: search?.birthDate, name: search?.name },
    pause: !search,
    requestPolicy: 'network-only',
  });
  const wrong = error?.graphQLErrors.find((one) => one.extensions?.code === 'INVALID_INPUT')?.message;
  const found = wrong || fetching ? undefined : data?.persons;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{labels.title}</h1>
        <p className="muted">{labels.what}</p>
      </header>
      <SearchForm
        error={wrong}
        onSearch={(asked) => {
          setCreating(false);
          setSearch(asked);
          again({ requestPolicy: 'network-only' });
        }}
      />
      {error && !wrong && <Problem retry={() => again({ requestPolicy: 'network-only' })} />}
      {fetching && <Loading />}
      <div role="status" aria-live="polite">
        {!search && <Empty icon="search" text={labels.start} />}
        {found?.tooMany && <Empty icon="search" text={labels.tooMany} />}
        {found && !found.tooMany && found.persons.length === 0 && <Empty icon="user" text={labels.none} />}
      </div>
      {found && found.persons.length > 0 && <PersonTable persons={found.persons} />}
      {permissions.includes('REGISTER_PERSONS') && !creating && (
        <p className="persons-create">
          <Button disabled={!found || found.tooMany} onPress={() => setCreating(true)}>
            {labels.create}
          </Button>{' '}
          {!found && <small className="muted">{labels.createHint}</small>}
        </p>
      )}
      {creating && search && (
        <RegisterForm
          birthDate={search.birthDate}
          withRecord={permissions.includes('READ_RECORDS')}
          onClose={() => setCreating(false)}
          onCreated={() => {
            setCreating(false);
            again({ requestPolicy: 'network-only' });
          }}
        />
      )}
    </div>
  );
}
