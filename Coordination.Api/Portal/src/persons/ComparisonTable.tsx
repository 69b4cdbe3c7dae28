import type { StrictFragment } from '../gql/graphql';
import { labels } from './labels.fr';
import { compare } from './traits';

interface Props {
  caption: string;
  heads: string[];
  persons: readonly StrictFragment[];
}

/** Identities side by side, trait by trait. */
export function ComparisonTable({ caption, heads, persons }: Props) {
  return (
    <div className="persons-scroll">
      <table className="persons-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td />
            {heads.map((head, at) => (
              <th key={persons[at]?.id ?? head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compare(persons).map((trait) => (
            <tr key={trait.name} className={trait.differs ? 'persons-differs' : undefined}>
              <th scope="row">
                {trait.name} {trait.differs && <small>({labels.differs})</small>}
              </th>
              {trait.values.map((value, at) => (
                <td key={persons[at]?.id}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
