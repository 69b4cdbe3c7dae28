import { useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { AnswerAssessmentDocument, type AssessmentWholeFragment } from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { AnswerControl } from './AnswerControl';
import { ValidateDialog } from './Dialogs';
import { differing, type Grid } from './grid';
import { labels } from './labels.fr';

interface Props {
  recordId: string;
  assessment: AssessmentWholeFragment;
  grid: Grid;
  onChanged(): void;
}

const answersOf = (assessment: AssessmentWholeFragment) =>
  new Map(assessment.answers.map((answer) => [answer.question, answer.value]));

/** A draft, one group of questions a page; each page is saved when it is left. Only what was touched is sent. */
export function DraftPage({ recordId, assessment, grid, onChanged }: Props) {
  const [at, setAt] = useState(0);
  const [touched, setTouched] = useState<ReadonlyMap<string, string | null>>(new Map());
  const [failed, setFailed] = useState<string>();
  // The version that has to be read before it is validated: the one that the last answers made.
  const [validating, setValidating] = useState<number>();
  const heading = useRef<HTMLHeadingElement>(null);
  const seen = useRef(assessment);
  const conflict = useRef(false);
  const announce = useAnnounce();
  const { send, busy } = useCommand(AnswerAssessmentDocument, (data) => data.answerAssessment.errors);
  const group = grid.groups[at];
  const saved = answersOf(assessment);
  const before = new Map(assessment.previous?.answers.map((answer) => [answer.question, answer.label]));

  // Somebody else answered meanwhile: what changed is named as soon as it is known.
  useEffect(() => {
    if (conflict.current && seen.current.version !== assessment.version) {
      conflict.current = false;
      const questions = new Map(grid.groups.flatMap((one) => one.questions).map((one) => [one.code, one.label]));
      const changed = differing(answersOf(seen.current), answersOf(assessment)).map(
        (code) => questions.get(code) ?? code,
      );
      setFailed(labels.changed(changed.join(', ') || labels.changedOther));
    }
    seen.current = assessment;
  }, [assessment, grid]);

  // The digits go on at the top of each page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the page
  useEffect(() => {
    heading.current?.scrollIntoView();
    document.querySelector<HTMLElement>('fieldset[data-question] input')?.focus({ preventScroll: true });
  }, [at]);

  const save = async (): Promise<boolean> => {
    if (touched.size === 0) return true;
    const outcome = await send({
      recordId,
      assessmentId: assessment.id,
      answers: [...touched].map(([question, value]) => ({ question, value })),
      expectedVersion: assessment.version,
    });
    if (!outcome) return false;
    if (outcome.kind === 'done') {
      setFailed(undefined);
      setTouched(new Map());
      announce(labels.saved);
    } else {
      conflict.current = outcome.kind === 'refused' && outcome.error.code === 'CONCURRENT_CHANGE';
      setFailed(textOf(outcome));
    }
    onChanged();
    return outcome.kind === 'done';
  };
  const go = async (page: number) => {
    if (!(await save())) return;
    setAt(page);
    const next = grid.groups[page];
    if (next) announce(labels.page(page + 1, grid.groups.length, next.label));
  };
  if (!group) return null;
  return (
    <section className="record-part" aria-labelledby="assessment-page">
      <header>
        <h2 id="assessment-page" ref={heading} tabIndex={-1}>
          {assessment.grid.title}, {formatDay(assessment.on)}
        </h2>
        <p role="status">{touched.size > 0 ? labels.unsaved(touched.size) : (assessment.score?.label ?? '')}</p>
      </header>
      <nav aria-label={labels.pages}>
        <ol className="assessment-pages">
          {grid.groups.map((one, page) => (
            <li key={one.code} {...(page === at ? { 'aria-current': 'step' as const } : {})}>
              {one.label}
            </li>
          ))}
        </ol>
      </nav>
      <h3>{labels.page(at + 1, grid.groups.length, group.label)}</h3>
      <p className="muted">{labels.keys}</p>
      {failed && (
        <p className="notice notice-error" role="alert">
          {failed}
        </p>
      )}
      {group.questions.map((question) => {
        const was = before.get(question.code);
        return (
          <AnswerControl
            key={question.code}
            question={question}
            value={touched.has(question.code) ? (touched.get(question.code) ?? undefined) : saved.get(question.code)}
            before={assessment.previous && was ? labels.before(formatDay(assessment.previous.on), was) : undefined}
            onAnswer={(value) => setTouched(new Map(touched).set(question.code, value))}
          />
        );
      })}
      <div className="record-actions assessment-turn">
        {at > 0 && (
          <Button disabled={busy} onPress={() => void go(at - 1)}>
            {labels.previousPage}
          </Button>
        )}
        {at < grid.groups.length - 1 && (
          <Button kind="primary" disabled={busy} onPress={() => void go(at + 1)}>
            {labels.nextPage}
          </Button>
        )}
        <Button disabled={busy || touched.size === 0} onPress={() => void save()}>
          {labels.save}
        </Button>
        <Button
          kind={at === grid.groups.length - 1 ? 'primary' : 'plain'}
          disabled={busy}
          onPress={() => {
            const awaited = assessment.version + (touched.size > 0 ? 1 : 0);
            void save().then((done) => done && setValidating(awaited));
          }}
        >
          {labels.validate}
        </Button>
      </div>
      {validating !== undefined && assessment.version >= validating && (
        <ValidateDialog
          recordId={recordId}
          assessment={assessment}
          onClose={() => {
            setValidating(undefined);
            onChanged();
          }}
        />
      )}
    </section>
  );
}
