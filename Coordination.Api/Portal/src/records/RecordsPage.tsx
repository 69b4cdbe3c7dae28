import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { MeDocument, type RecordLineFragment, RecordPageDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { formatDay, formatMoment, personLine, personName } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import './records.css';

const step = 50;

/** What a reader has to know of a record before its content. */
export function Marks({ record }: { record: RecordLineFragment }) {
  const marks = [
    record.suspended && labels.suspended,
    record.restricted && labels.restricted,
    !record.informedOn && labels.uninformed,
    record.deceased && labels.deceased,
  ].filter((mark) => mark !== false);
  return marks.map((mark) => (
    <span key={mark} className="record-mark">
      {mark}
    </span>
  ));
}

/** Everybody whose record the reader may open: of the DAC, or of the circles he is in. */
export default function RecordsPage() {
  usePageTitle(labels.title);
  const [shown, setShown] = useState(step);
  const [text, setText] = useState('');
  const [mine, setMine] = useState(false);
  const [uninformed, setUninformed] = useState(false);
  const [{ data: who }] = useQuery({ query: MeDocument });
  const where = {
    ...(text.trim() ? { text: text.trim() } : {}),
    ...(mine ? { mine } : {}),
    ...(uninformed ? { informed: false } : {}),
  };
  const [{ data, error, fetching }, again] = useQuery({
    query: RecordPageDocument,
    variables: { first: Math.min(shown, 200), where },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: (item) => item.type === 'RECORD_CHANGED' && refetch(), resync: refetch });
  const ofDac = who?.me.permissions.includes('ANSWER_ACCESS') ?? false;
  if (error && !data) return <Problem heading={labels.title} retry={refetch} />;
  const records = data?.careRecords;
  return (
    <div className="page">
      <h1>{labels.title}</h1>
      <form className="record-filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <Field label={labels.search}>
          {(control) => (
            <input
              {...control}
              type="search"
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {ofDac && (
          <>
            <label className="choice">
              <input type="checkbox" checked={mine} onChange={(event) => setMine(event.target.checked)} />{' '}
              {labels.filterMine}
            </label>
            <label className="choice">
              <input type="checkbox" checked={uninformed} onChange={(event) => setUninformed(event.target.checked)} />{' '}
              {labels.filterUninformed}
            </label>
          </>
        )}
        <p role="status">{records ? labels.count(records.totalCount) : ''}</p>
      </form>
      {!records && fetching ? (
        <Loading />
      ) : records?.nodes.length === 0 ? (
        <Empty icon="user" text={ofDac || text ? labels.none : labels.noneOutside}>
          {!ofDac && <Link to="/acces">{labels.ask}</Link>}
        </Empty>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{labels.columns.person}</th>
              <th scope="col">{labels.columns.referent}</th>
              <th scope="col">{labels.columns.opened}</th>
              <th scope="col">{labels.columns.changed}</th>
              <th scope="col">{labels.columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {records?.nodes.map((record) => (
              <tr key={record.id}>
                <th scope="row">
                  <Link to={`/personnes/${encodeURIComponent(record.id)}`}>{personName(record.person)}</Link>
                  <br />
                  <span className="muted">{personLine(record.person)}</span>
                </th>
                <td>{record.referent?.displayName ?? labels.noReferent}</td>
                <td>{formatDay(record.openedOn)}</td>
                <td>{formatMoment(record.changedAt)}</td>
                <td>
                  <Marks record={record} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {records?.pageInfo.hasNextPage && shown < 200 && (
        <Button onPress={() => setShown(shown + step)}>{labels.more}</Button>
      )}
    </div>
  );
}
