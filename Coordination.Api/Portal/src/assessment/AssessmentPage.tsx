import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { AssessmentByIdDocument, type AssessmentWholeFragment } from '../gql/graphql';
import { TableScroll } from '../records/TableScroll';
import { Button } from '../ui/Button';
import { formatDay, formatMoment } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { CorrectDialog } from './Dialogs';
import { DraftPage } from './DraftPage';
import type { Grid } from './grid';
import { labels } from './labels.fr';

interface Props {
  recordId: string;
  id: string;
  grids: readonly Grid[];
  edits: boolean;
  onBack(): void;
}

/** One assessment: being answered while it is a draft, to be read once it is validated. */
export function AssessmentPage({ recordId, id, grids, edits, onBack }: Props) {
  const [{ data, error }, again] = useQuery({
    query: AssessmentByIdDocument,
    variables: { id: recordId, assessment: id },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  const assessment = data?.careRecord?.assessment;
  const back = <Button onPress={onBack}>{labels.back}</Button>;
  if (error && !assessment) return <Problem what={labels.missing} retry={refetch} />;
  if (!data) return <Loading />;
  const grid = grids.find((one) => one.code === assessment?.grid.code);
  if (!assessment || !grid)
    return (
      <Empty icon="help" text={labels.missing}>
        {back}
      </Empty>
    );
  return (
    <>
      <p className="record-actions">{back}</p>
      {assessment.status === 'DRAFT' && edits ? (
        <DraftPage recordId={recordId} assessment={assessment} grid={grid} onChanged={refetch} />
      ) : (
        <ReadPage recordId={recordId} assessment={assessment} grid={grid} edits={edits} onChanged={refetch} />
      )}
    </>
  );
}

interface ReadProps {
  recordId: string;
  assessment: AssessmentWholeFragment;
  grid: Grid;
  edits: boolean;
  onChanged(): void;
}

function ReadPage({ recordId, assessment, grid, edits, onChanged }: ReadProps) {
  const [correcting, setCorrecting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // Read from its top, also when it was a draft a moment ago.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'center' });
  }, []);
  const before = new Map(assessment.previous?.answers.map((answer) => [answer.question, answer.label]));
  const now = new Map(assessment.answers.map((answer) => [answer.question, answer.label]));
  const asked = grid.groups.flatMap((group) => group.questions);
  return (
    <section className="record-part" aria-labelledby="assessment">
      <header>
        <h2 id="assessment" ref={heading} tabIndex={-1}>
          {assessment.grid.title}, {formatDay(assessment.on)}
        </h2>
        {edits && assessment.status === 'VALIDATED' && (
          <Button onPress={() => setCorrecting(true)}>{labels.correct}</Button>
        )}
      </header>
      <p>
        {assessment.assessor?.displayName ?? labels.selfAssessment} – {labels.status[assessment.status]}
        {assessment.complete ? '' : `, ${labels.incomplete}`}
      </p>
      <h3>{labels.result}</h3>
      <p className="assessment-score">{assessment.score?.label ?? labels.noScore}</p>
      {assessment.trend?.direction && (
        <p>{labels.sinceDay(labels.direction[assessment.trend.direction], formatDay(assessment.trend.since))}</p>
      )}
      {assessment.score && assessment.score.explanation.length > 0 && (
        <details>
          <summary>{labels.explained}</summary>
          <ul>
            {assessment.score.explanation.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="muted">
            {labels.source} : {grid.source}
          </p>
        </details>
      )}
      {assessment.comment && <p className="assessment-comment">{assessment.comment}</p>}
      {assessment.corrections.length > 0 && (
        <>
          <h3>{labels.corrections}</h3>
          <ul>
            {assessment.corrections.map((correction) => (
              <li key={correction.at}>
                {labels.corrected(correction.by, formatMoment(correction.at))} {correction.reason}{' '}
                {correction.scoreBefore == null ? '' : labels.scoreBefore(correction.scoreBefore)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{labels.answers}</h3>
      <TableScroll label={labels.answers}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{labels.question}</th>
              <th scope="col">{labels.answer}</th>
              {assessment.previous && <th scope="col">{labels.previousAnswer(formatDay(assessment.previous.on))}</th>}
            </tr>
          </thead>
          <tbody>
            {asked.map((question) => {
              const [is, was] = [now.get(question.code), before.get(question.code)];
              return (
                <tr
                  key={question.code}
                  className={assessment.previous && is !== was ? 'assessment-differs' : undefined}
                >
                  <th scope="row">{question.label}</th>
                  <td>{is ?? labels.unanswered}</td>
                  {assessment.previous && <td>{was ?? labels.unanswered}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      {correcting && (
        <CorrectDialog
          recordId={recordId}
          assessment={assessment}
          grid={grid}
          onClose={() => {
            setCorrecting(false);
            onChanged();
          }}
        />
      )}
    </section>
  );
}
