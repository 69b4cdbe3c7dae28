import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CombinedError } from 'urql';
import type { PersonLineFragment } from '../gql/graphql';
import { TableScroll } from '../records/TableScroll';
import { Button } from '../ui/Button';
import { personLine, personName } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { labels } from './labels.fr';

/** Rows at a time, and the most that one screen shows. */
export const step = 50;
export const most = 200;

export interface ListProps {
  mine: boolean;
  reassessed: boolean;
}

interface Line {
  id: string;
  recordId: string;
  person: PersonLineFragment;
}

interface Props<T extends Line> {
  view: keyof typeof labels.views;
  mine: boolean;
  /** Undefined until it was read. */
  page: { totalCount: number; nodes: readonly T[]; pageInfo: { hasNextPage: boolean } } | undefined;
  error: CombinedError | undefined;
  shown: number;
  onMore(): void;
  onRetry(): void;
  /** Part of the record that a line leads to. */
  part: string;
  columns: readonly string[];
  cells(line: T): readonly ReactNode[];
}

/** Persons about whom something is due, each leading to the part of her record where it is done. */
export function Worklist<T extends Line>({
  view,
  mine,
  page,
  error,
  shown,
  onMore,
  onRetry,
  part,
  columns,
  cells,
}: Props<T>) {
  if (!page) return error ? <Problem retry={onRetry} /> : <Loading />;
  if (page.nodes.length === 0)
    return (
      <>
        <Empty icon="check" text={labels.empty[view]} />
        {mine && <p className="muted">{labels.emptyMine}</p>}
      </>
    );
  return (
    <>
      <p role="status">{labels.count(page.totalCount)}</p>
      <TableScroll label={labels.views[view]}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{labels.person}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.nodes.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  <Link to={`/personnes/${encodeURIComponent(line.recordId)}/${part}`}>{personName(line.person)}</Link>
                  <br />
                  <span className="muted">{personLine(line.person)}</span>
                </th>
                {cells(line).map((cell, at) => (
                  <td key={columns[at]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {page.pageInfo.hasNextPage &&
        (shown < most ? <Button onPress={onMore}>{labels.more}</Button> : <p className="muted">{labels.most(most)}</p>)}
    </>
  );
}
