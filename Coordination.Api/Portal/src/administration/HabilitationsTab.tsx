import { useState } from 'react';
import { useQuery } from 'urql';
import { labels as shell } from '../app/labels.fr';
import {
  AdministrationHabilitationsDocument,
  type AdministrationHabilitationsQuery,
  EndHabilitationDocument,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { ReasonDialog } from '../ui/ReasonDialog';
import { Empty, Loading, Problem } from '../ui/States';
import { GrantForm } from './GrantForm';
import { labels } from './labels.fr';
import { useSave } from './useSave';

type Habilitation = AdministrationHabilitationsQuery['administration']['habilitations'][number];

const stateOf = (given: Habilitation): string => {
  if (given.endedAt) return labels.endedOn(formatDay(given.endedAt), given.reason ?? '');
  if (given.inForce) return labels.inForce(formatDay(given.from), given.until ? formatDay(given.until) : undefined);
  return labels.notInForce(formatDay(given.from), given.until ? formatDay(given.until) : undefined);
};

/** Who may act in the territory. */
export function HabilitationsTab({ edits }: { edits: boolean }) {
  const [ending, setEnding] = useState<Habilitation>();
  const [{ data, error }, again] = useQuery({ query: AdministrationHabilitationsDocument });
  if (error && !data) return <Problem retry={() => again()} />;
  if (!data) return <Loading />;
  const { habilitations } = data.administration;
  return (
    <>
      {edits && <GrantForm onGranted={() => again()} />}
      {habilitations.length === 0 && <Empty icon="user" text={labels.noHabilitation} />}
      {habilitations.length > 0 && (
        <section className="panel">
          <table className="sheet">
            <caption>{labels.tab.habilitations}</caption>
            <thead>
              <tr>
                <th scope="col">{labels.columns.name}</th>
                <th scope="col">{labels.role}</th>
                <th scope="col">{labels.organization}</th>
                <th scope="col">{labels.columns.state}</th>
                {edits && <th scope="col">{labels.action}</th>}
              </tr>
            </thead>
            <tbody>
              {habilitations.map((given) => (
                <tr key={given.id}>
                  <th scope="row">
                    {given.displayName} <small className="muted">{given.rpps ?? given.identity}</small>
                  </th>
                  <td>{shell.roles[given.role]}</td>
                  <td>{given.organization}</td>
                  <td>{stateOf(given)}</td>
                  {edits && (
                    <td>
                      {!given.endedAt && (
                        <Button
                          label={`${labels.endHabilitation}, ${given.displayName}`}
                          onPress={() => setEnding(given)}
                        >
                          {labels.endHabilitation}
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {ending && (
        <EndDialog
          given={ending}
          onClose={() => setEnding(undefined)}
          onDone={() => {
            setEnding(undefined);
            again();
          }}
        />
      )}
    </>
  );
}

function EndDialog({ given, onClose, onDone }: { given: Habilitation; onClose(): void; onDone(): void }) {
  const command = useCommand(EndHabilitationDocument, (data) => data.endHabilitation.errors);
  const save = useSave(onDone);
  return (
    <ReasonDialog
      title={labels.endTitle}
      what={labels.endWhat(given.displayName)}
      reasonLabel={labels.closureReason}
      missing={labels.required}
      send={labels.endSend}
      busy={command.busy}
      error={save.elsewhere()}
      onClose={onClose}
      onConfirm={(reason) => void command.send({ id: given.id, reason }).then(save.settle)}
    />
  );
}
