import { useState } from 'react';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { labels } from './labels.fr';

/** What is looked for: kept in memory only, never in an address. */
export interface Search {
  birthDate: string;
  name: string;
  ins: string;
}

/** Birth date first, then letters; a matricule instead of both. */
export function SearchForm({ error, onSearch }: { error: string | undefined; onSearch(search: Search): void }) {
  const [search, setSearch] = useState<Search>({ birthDate: '', name: '', ins: '' });
  const field = (key: keyof Search, label: string, help?: string, wrong?: string, first = false) => (
    <Field label={label} help={help} error={wrong}>
      {(control) => (
        <input
          {...control}
          type="text"
          name={key}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the screen is for searching, and the date is where it begins
          autoFocus={first}
          value={search[key]}
          onChange={(event) => setSearch({ ...search, [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form
      className="persons-search"
      onSubmit={(event) => {
        event.preventDefault();
        if (search.birthDate.trim() || search.ins.trim()) onSearch(search);
      }}
    >
      {field('birthDate', labels.birthDate, labels.birthDateHelp, error, true)}
      {field('name', labels.letters)}
      {field('ins', labels.ins)}
      <Button kind="primary" type="submit">
        <Icon name="search" /> {labels.search}
      </Button>
    </form>
  );
}
