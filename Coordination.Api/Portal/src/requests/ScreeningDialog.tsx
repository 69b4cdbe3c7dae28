import { useState } from 'react';
import { useQuery } from 'urql';
import { ScreeningGridsDocument } from '../gql/graphql';
import { FormDialog } from '../records/FormDialog';
import { Field } from '../ui/Field';
import { Loading } from '../ui/States';
import { labels } from './labels.fr';
import type { DialogProps } from './TriageDialogs';

/** A screening grid: it proposes, a coordinator decides. */
export function ScreeningDialog({ request, triage, onClose }: DialogProps) {
  const [{ data }] = useQuery({ query: ScreeningGridsDocument });
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const grid = data?.screeningGrids[0];
  return (
    <FormDialog
      title={grid?.label ?? labels.actions.screen}
      send={labels.send}
      done={labels.done.screen}
      onClose={onClose}
      run={() => {
        if (!grid || grid.questions.some(({ code }) => !chosen[code])) return labels.missing.grid;
        const answers = grid.questions.map(({ code }) => ({ question: code, option: chosen[code] ?? '' }));
        return triage.change(request, (base) =>
          triage.screen.send({ ...base, grid: grid.code, version: grid.version, answers }),
        );
      }}
    >
      {!grid && <Loading />}
      {grid && <p className="muted small">{grid.source}</p>}
      {grid?.questions.map((question) => (
        <Field key={question.code} label={question.label}>
          {(control) => (
            <select
              {...control}
              value={chosen[question.code] ?? ''}
              onChange={(event) => setChosen({ ...chosen, [question.code]: event.target.value })}
            >
              <option value="" />
              {question.options.map((option) => (
                <option key={option.code} value={option.code}>
                  {option.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </FormDialog>
  );
}
