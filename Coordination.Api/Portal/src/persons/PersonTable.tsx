import { Link } from 'react-router';
import type { PersonsQuery } from '../gql/graphql';
import { formatMoment } from '../ui/format.fr';
import { labels, sexes } from './labels.fr';
import { bornText, identityText } from './traits';

type Found = PersonsQuery['persons']['persons'];

/** Strict traits whole, never cut; who has a record opens it. */
export function PersonTable({ persons }: { persons: Found }) {
  return (
    <div className="persons-scroll">
      <table className="persons-table">
        <caption>{labels.found(persons.length)}</caption>
        <thead>
          <tr>
            {labels.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {persons.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                {person.record ? <Link to={`/personnes/${person.id}`}>{person.birthName}</Link> : person.birthName}
              </th>
              <td>{person.givenNames.join(', ')}</td>
              <td>{person.usedName}</td>
              <td>{sexes[person.sex]}</td>
              <td>{bornText(person)}</td>
              <td>
                <span className={`status identity-${person.identityStatus}`}>{identityText(person)}</span>
              </td>
              <td>{person.commune}</td>
              <td>{person.record ? formatMoment(person.record.changedAt) : labels.noRecord}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
