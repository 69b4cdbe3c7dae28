import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import {
  AssessmentGridsDocument,
  type AssessmentLineFragment,
  RecordAssessmentsDocument,
  type RecordAutonomyFragment,
} from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import type { PartProps } from '../records/parts';
import { TableScroll } from '../records/TableScroll';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { AssessmentPage } from './AssessmentPage';
import { Comparison } from './Comparison';
import { NotifiedGirDialog, StartDialog } from './Dialogs';
import type { Grid } from './grid';
import { labels } from './labels.fr';
import './assessment.css';

/** Assessments of a person: the list with its trend, or one of them, being answered or to be read. */
export default function AssessmentTab({ id, permissions }: PartProps) {
  const [search, setSearch] = useSearchParams();
  const [first, setFirst] = useState(50);
  const chosen = search.get('evaluation');
  const [{ data: known }] = useQuery({ query: AssessmentGridsDocument });
  const [{ data, error }, again] = useQuery({
    query: RecordAssessmentsDocument,
    variables: { id, first },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({
    item: (item) => item.type === 'RECORD_CHANGED' && item.nodeId === data?.careRecord?.id && refetch(),
    resync: refetch,
  });
  const record = data?.careRecord;
  const assessments = record?.assessments;
  if (error && !assessments) return <Problem retry={refetch} />;
  if (!assessments || !known) return <Loading />;
  const edits = permissions.includes('ASSESS');
  const open = (assessment: string | undefined) => setSearch(assessment ? { evaluation: assessment } : {});
  if (chosen)
    return (
      <AssessmentPage
        key={chosen}
        recordId={record.id}
        id={chosen}
        grids={known.assessmentGrids}
        edits={edits}
        onBack={() => {
          open(undefined);
          refetch();
        }}
      />
    );
  return (
    <>
      <AutonomyPart recordId={record.id} autonomy={record.autonomy} edits={edits} />
      <List
        recordId={record.id}
        lines={assessments.nodes}
        grids={known.assessmentGrids}
        edits={edits}
        onOpen={open}
        onStarted={refetch}
      />
      {assessments.pageInfo.hasNextPage && first < 200 && <Button onPress={() => setFirst(200)}>{labels.more}</Button>}
    </>
  );
}

function AutonomyPart({
  recordId,
  autonomy,
  edits,
}: {
  recordId: string;
  edits: boolean;
  autonomy: RecordAutonomyFragment['autonomy'];
}) {
  const [notifying, setNotifying] = useState(false);
  const words = (gir: { gir: number; on: string } | null | undefined) =>
    gir ? labels.girOn(gir.gir, formatDay(gir.on)) : labels.girNone;
  return (
    <section className="record-part" aria-label={labels.gir}>
      <header>
        <dl className="autonomy">
          <dt>{labels.estimated}</dt>
          <dd>{words(autonomy?.estimated)}</dd>
          <dt>{labels.notified}</dt>
          <dd>{words(autonomy?.notified)}</dd>
        </dl>
        {edits && <Button onPress={() => setNotifying(true)}>{labels.notify}</Button>}
      </header>
      <p className="muted">{labels.girWhat}</p>
      {notifying && <NotifiedGirDialog recordId={recordId} onClose={() => setNotifying(false)} />}
    </section>
  );
}

interface ListProps {
  recordId: string;
  lines: readonly AssessmentLineFragment[];
  grids: readonly Grid[];
  edits: boolean;
  onOpen(assessment: string): void;
  onStarted(): void;
}

function List({ recordId, lines, grids, edits, onOpen, onStarted }: ListProps) {
  const [starting, setStarting] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [comparing, setComparing] = useState(false);
  const pair = lines.filter((line) => chosen.includes(line.id));
  const comparable = pair.length === 2 && pair[0]?.grid.code === pair[1]?.grid.code;
  return (
    <section className="record-part" aria-labelledby="assessments">
      <header>
        <h2 id="assessments">{labels.title}</h2>
        <div className="record-actions">
          {lines.length > 1 && (
            <Button disabled={!comparable} onPress={() => setComparing(true)}>
              {labels.compareTwo}
            </Button>
          )}
          {edits && (
            <Button kind="primary" onPress={() => setStarting(true)}>
              {labels.start}
            </Button>
          )}
        </div>
      </header>
      {lines.length === 0 ? (
        <Empty icon="help" text={labels.none} />
      ) : (
        <TableScroll label={labels.title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{labels.columns.on}</th>
                <th scope="col">{labels.columns.grid}</th>
                <th scope="col">{labels.columns.by}</th>
                <th scope="col">{labels.columns.state}</th>
                <th scope="col">{labels.columns.score}</th>
                <th scope="col">{labels.columns.trend}</th>
                {lines.length > 1 && <th scope="col">{labels.columns.compare}</th>}
                <th scope="col">{labels.columns.action}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <th scope="row">{formatDay(line.on)}</th>
                  <td>{line.grid.title}</td>
                  <td>{line.assessor?.displayName ?? labels.selfAssessment}</td>
                  <td>
                    {labels.status[line.status]}
                    {line.complete ? '' : `, ${labels.incomplete}`}
                  </td>
                  <td>{line.score?.label ?? labels.noScore}</td>
                  <td>
                    {line.trend?.direction
                      ? labels.sinceDay(labels.direction[line.trend.direction], formatDay(line.trend.since))
                      : '–'}
                  </td>
                  {lines.length > 1 && (
                    <td>
                      <input
                        type="checkbox"
                        aria-label={labels.of(labels.columns.compare, line.grid.title, formatDay(line.on))}
                        checked={chosen.includes(line.id)}
                        onChange={() =>
                          setChosen(
                            chosen.includes(line.id)
                              ? chosen.filter((one) => one !== line.id)
                              : [...chosen.slice(-1), line.id],
                          )
                        }
                      />
                    </td>
                  )}
                  <td>
                    <Button
                      label={labels.of(
                        edits && line.status === 'DRAFT' ? labels.resume : labels.open,
                        line.grid.title,
                        formatDay(line.on),
                      )}
                      onPress={() => onOpen(line.id)}
                    >
                      {edits && line.status === 'DRAFT' ? labels.resume : labels.open}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {lines.length > 1 && <p className="muted">{labels.compareHint}</p>}
      {starting && (
        <StartDialog
          recordId={recordId}
          grids={grids}
          onClose={() => {
            setStarting(false);
            onStarted();
          }}
        />
      )}
      {comparing && pair[0] && pair[1] && (
        <Comparison recordId={recordId} earlier={pair[1].id} later={pair[0].id} onClose={() => setComparing(false)} />
      )}
    </section>
  );
}
