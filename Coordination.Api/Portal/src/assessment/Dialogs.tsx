import { useState } from 'react';
import {
  type AssessmentWholeFragment,
  CorrectAssessmentDocument,
  RecordNotifiedGirDocument,
  StartAssessmentDocument,
  ValidateAssessmentDocument,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { today } from '../records/days';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { Field } from '../ui/Field';
import { AnswerControl } from './AnswerControl';
import type { Grid } from './grid';
import { labels } from './labels.fr';

/** Which grid, when the person was seen, and who answers. */
export function StartDialog({
  recordId,
  grids,
  onClose,
}: {
  recordId: string;
  grids: readonly Grid[];
  onClose(): void;
}) {
  const [grid, setGrid] = useState(grids[0]?.code ?? '');
  const [on, setOn] = useState(today);
  const [who, setWho] = useState<keyof typeof labels.self>('professional');
  const command = useCommand(StartAssessmentDocument, (data) => data.startAssessment.errors);
  const source = grids.find((one) => one.code === grid)?.source;
  return (
    <FormDialog
      title={labels.start}
      send={labels.begin}
      done={labels.begun}
      onClose={onClose}
      run={() =>
        on && grid ? command.send({ recordId, grid, on, selfAssessment: who === 'person' }) : labels.required
      }
    >
      <Select
        label={labels.grid}
        value={grid}
        options={Object.fromEntries(grids.map((one) => [one.code, one.title]))}
        onChange={setGrid}
      />
      <p className="muted">{source}</p>
      <Line type="date" label={labels.on} value={on} onChange={setOn} />
      <Select label={labels.who} value={who} options={labels.self} onChange={setWho} />
    </FormDialog>
  );
}

/** The group that the Département decided. */
export function NotifiedGirDialog({ recordId, onClose }: { recordId: string; onClose(): void }) {
  const [gir, setGir] = useState<keyof typeof labels.girs>('4');
  const [on, setOn] = useState(today);
  const command = useCommand(RecordNotifiedGirDocument, (data) => data.recordNotifiedGir.errors);
  return (
    <FormDialog
      title={labels.notify}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() => (on ? command.send({ recordId, gir: Number(gir), on }) : labels.required)}
    >
      <Select label={labels.gir} value={gir} options={labels.girs} onChange={setGir} />
      <Line type="date" label={labels.notifyOn} value={on} onChange={setOn} />
    </FormDialog>
  );
}

interface Props {
  recordId: string;
  assessment: AssessmentWholeFragment;
  onClose(): void;
}

/** The assessor stands by the answers; what is wanting is said before. */
export function ValidateDialog({ recordId, assessment, onClose }: Props) {
  const [comment, setComment] = useState('');
  const command = useCommand(ValidateAssessmentDocument, (data) => data.validateAssessment.errors);
  return (
    <FormDialog
      title={labels.validateTitle}
      send={labels.validate}
      done={labels.validated}
      onClose={onClose}
      run={() =>
        command.send({
          recordId,
          assessmentId: assessment.id,
          comment: comment.trim() || null,
          expectedVersion: assessment.version,
        })
      }
    >
      <p>{labels.validateWhat}</p>
      {!assessment.complete && (
        <p>
          <strong>{labels.validateIncomplete}</strong>
        </p>
      )}
      <Field label={labels.comment}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={2000}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

/** One answer of a validated assessment, with the reason; what was said first stays. */
export function CorrectDialog({ recordId, assessment, grid, onClose }: Props & { grid: Grid }) {
  const questions = grid.groups.flatMap((group) => group.questions);
  const [code, setCode] = useState(questions[0]?.code ?? '');
  const [value, setValue] = useState<string | null>();
  const [reason, setReason] = useState('');
  const command = useCommand(CorrectAssessmentDocument, (data) => data.correctAssessment.errors);
  const question = questions.find((one) => one.code === code);
  return (
    <FormDialog
      title={labels.correctTitle}
      send={labels.save}
      done={labels.correctDone}
      onClose={onClose}
      run={() =>
        question && value && reason.trim()
          ? command.send({
              recordId,
              assessmentId: assessment.id,
              answers: [{ question: code, value }],
              reason: reason.trim(),
              expectedVersion: assessment.version,
            })
          : labels.required
      }
    >
      <p>{labels.correctWhat}</p>
      <Select
        label={labels.question}
        value={code}
        options={Object.fromEntries(questions.map((one) => [one.code, one.label]))}
        onChange={(chosen) => {
          setCode(chosen);
          setValue(undefined);
        }}
      />
      {question && (
        <AnswerControl
          key={code}
          question={{ ...question, label: labels.correctAnswer }}
          value={value ?? undefined}
          onAnswer={setValue}
        />
      )}
      <Field label={labels.correctReason}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
