import { useQuery } from 'urql';
import { AssessmentByIdDocument } from '../gql/graphql';
import { TableScroll } from '../records/TableScroll';
import { formatDay } from '../ui/format.fr';
import { ModalDialog } from '../ui/ModalDialog';
import { Loading } from '../ui/States';
import { differing } from './grid';
import { labels } from './labels.fr';

interface Props {
  recordId: string;
  earlier: string;
  later: string;
  onClose(): void;
}

/** Two assessments of the same grid: what is not the same, side by side. */
export function Comparison({ recordId, earlier, later, onClose }: Props) {
  const [{ data: one }] = useQuery({ query: AssessmentByIdDocument, variables: { id: recordId, assessment: earlier } });
  const [{ data: two }] = useQuery({ query: AssessmentByIdDocument, variables: { id: recordId, assessment: later } });
  const [left, right] = [one?.careRecord?.assessment, two?.careRecord?.assessment];
  const answers = [left, right].map((side) => new Map(side?.answers.map((a) => [a.question, a.value])));
  const words = [left, right].map((side) => new Map(side?.answers.map((a) => [a.question, a.label])));
  const questions = new Map(
    [...(left?.answers ?? []), ...(right?.answers ?? [])].map((a) => [a.question, a.questionLabel]),
  );
  const differs = differing(answers[0] ?? new Map(), answers[1] ?? new Map());
  return (
    <ModalDialog title={labels.comparison} open onClose={onClose}>
      {!left || !right ? (
        <Loading />
      ) : (
        <>
          <p>{left.grid.title}</p>
          <TableScroll label={labels.comparison}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{labels.question}</th>
                  <th scope="col">{formatDay(left.on)}</th>
                  <th scope="col">{formatDay(right.on)}</th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">{labels.result}</th>
                  <td>{left.score?.label ?? labels.noScore}</td>
                  <td>{right.score?.label ?? labels.noScore}</td>
                </tr>
                {differs.map((question) => (
                  <tr key={question}>
                    <th scope="row">{questions.get(question)}</th>
                    <td>{words[0]?.get(question) ?? labels.unanswered}</td>
                    <td>{words[1]?.get(question) ?? labels.unanswered}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          {differs.length === 0 && <p>{labels.same}</p>}
        </>
      )}
    </ModalDialog>
  );
}
