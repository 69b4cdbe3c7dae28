import { useState } from 'react';
import { StateAlertProcedureDocument } from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { FormDialog } from '../records/FormDialog';
import { labels as recordLabels } from '../records/labels.fr';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import type { SheetProps } from './ActionSheet';
import { labels } from './labels.fr';
import { ofKind } from './tree';

/** « Informations et intervenants »: who takes part, with how many actions, and whom to call when something goes wrong. */
export function InfoSheet({ record, plan, edits }: SheetProps) {
  const [open, setOpen] = useState(false);
  const team = (record.team ?? []).filter((member) => member.inForce);
  const actions = ofKind(plan.items, 'ACTION');
  return (
    <>
      <h3>{labels.team}</h3>
      {team.length === 0 ? (
        <p>{labels.teamNone}</p>
      ) : (
        <div className="plan-scroll">
          <table className="table">
            <caption className="visually-hidden">{labels.team}</caption>
            <thead>
              <tr>
                {Object.values(labels.columnsTeam).map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {team.map(({ professional, role }) => (
                <tr key={professional.id}>
                  <td>
                    {professional.displayName}, {professional.function}
                  </td>
                  <td>{recordLabels.roles[role]}</td>
                  <td>{actions.filter((action) => action.owner?.professional?.id === professional.id).length}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h3>{labels.alertProcedure}</h3>
      <p className="plan-text">{plan.alertProcedure ?? labels.alertProcedureNone}</p>
      {edits && (
        <Button label={`${labels.change} : ${labels.alertProcedure}`} onPress={() => setOpen(true)}>
          {labels.change}
        </Button>
      )}
      {open && (
        <ProcedureDialog
          recordId={record.id}
          text={plan.alertProcedure ?? ''}
          version={plan.version}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function ProcedureDialog({
  recordId,
  text: before,
  version,
  onClose,
}: {
  recordId: string;
  text: string;
  version: number;
  onClose(): void;
}) {
  const [text, setText] = useState(before);
  // The version in which the writer began, whatever comes in meanwhile.
  const [seenVersion] = useState(version);
  const { send } = useCommand(StateAlertProcedureDocument, (data) => data.stateAlertProcedure.errors);
  return (
    <FormDialog
      title={labels.alertProcedure}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() => (text.trim() ? send({ recordId, text: text.trim(), seenVersion }) : labels.required)}
    >
      <Field label={labels.alertProcedure}>
        {(control) => (
          <textarea
            {...control}
            rows={4}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
