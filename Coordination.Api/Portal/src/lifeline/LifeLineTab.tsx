import { useState } from 'react';
import { useQuery } from 'urql';
import { type LifeFactFragment, RecordLifeLineDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { endOfDay } from '../records/days';
import type { PartProps } from '../records/parts';
import { Line, Select } from '../records/Select';
import { Button } from '../ui/Button';
import { formatFull } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { AsOfPart } from './AsOfPart';
import { CausesDialog } from './CausesDialog';
import { CorrectDialog } from './CorrectDialog';
import { FactList } from './FactList';
import { labels } from './labels.fr';

const step = 50;

/** Everything that happened about the person, from all the streams that the reader may see; as it was known at any date. */
export default function LifeLineTab({ id, record, permissions }: PartProps) {
  const [kind, setKind] = useState('all');
  const [day, setDay] = useState('');
  const [shown, setShown] = useState(step);
  const [why, setWhy] = useState<LifeFactFragment>();
  const [wrong, setWrong] = useState<LifeFactFragment>();
  const knownAt = endOfDay(day);
  const where = { ...(kind === 'all' ? {} : { kinds: [kind] }), ...(knownAt ? { knownAt } : {}) };
  const [{ data, error, fetching }, again] = useQuery({
    query: RecordLifeLineDocument,
    variables: { id, first: Math.min(shown, 200), where },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: (item) => item.type !== 'HEARTBEAT' && refetch(), resync: refetch });
  const read = data?.careRecord;
  const line = read?.lifeLine;
  if (error && !line) return <Problem retry={refetch} />;
  const most = Math.max(1, ...(read?.lifeLineDensity ?? []).map((month) => month.count));
  return (
    <section aria-labelledby="life-line">
      <h2 id="life-line">{labels.title}</h2>
      <div className="record-filters">
        <Select
          label={labels.kinds}
          value={kind}
          options={{ all: labels.all, ...labels.kind }}
          onChange={(chosen) => {
            setKind(chosen);
            setShown(step);
          }}
        />
        <Line type="date" label={labels.known} value={day} onChange={setDay} />
        {knownAt && <Button onPress={() => setDay('')}>{labels.now}</Button>}
        <p role="status">{line ? labels.count(line.totalCount) : ''}</p>
      </div>
      {knownAt && (
        <div className="as-of">
          <p role="status">{labels.past(formatFull(knownAt))}</p>
          <AsOfPart id={id} knownAt={knownAt} />
        </div>
      )}
      {(read?.lifeLineDensity?.length ?? 0) > 1 && (
        <ol className="density" aria-label={labels.density}>
          {read?.lifeLineDensity?.map((month) => (
            <li
              key={month.month}
              style={{ blockSize: `${(100 * month.count) / most}%` }}
              title={labels.month(month.month, month.count)}
            >
              <span className="visually-hidden">{labels.month(month.month, month.count)}</span>
            </li>
          ))}
        </ol>
      )}
      {read?.lifeLineHidden && read.lifeLineHidden.length > 0 && (
        <p className="muted">{labels.hidden(read.lifeLineHidden.join(', '))}</p>
      )}
      {!line && fetching ? (
        <Loading />
      ) : line?.nodes.length === 0 ? (
        <Empty icon="clock" text={labels.empty} />
      ) : (
        <FactList
          facts={line?.nodes ?? []}
          actions={(fact) => (
            <p className="record-actions">
              <Button kind="quiet" label={`${labels.why} ${fact.label}`} onPress={() => setWhy(fact)}>
                {labels.why}
              </Button>
              {!knownAt && permissions.includes('LEAD_RECORD') && fact.type !== 'fact_corrected' && (
                <Button kind="quiet" label={`${labels.correct} : ${fact.label}`} onPress={() => setWrong(fact)}>
                  {labels.correct}
                </Button>
              )}
            </p>
          )}
        />
      )}
      {line?.pageInfo.hasNextPage && shown < 200 && (
        <Button onPress={() => setShown(shown + step)}>{labels.more}</Button>
      )}
      {why && <CausesDialog id={id} fact={why} onClose={() => setWhy(undefined)} />}
      {wrong && <CorrectDialog recordId={record.id} fact={wrong} onClose={() => setWrong(undefined)} />}
    </section>
  );
}
