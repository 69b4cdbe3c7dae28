import { useState } from 'react';
import { type AdministrationAreasQuery, DetachCommunesDocument } from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { formatDay } from '../ui/format.fr';
import { AttachForm } from './AttachForm';
import { ConfirmDialog } from './ConfirmDialog';
import { DecisionList } from './DecisionList';
import { labels } from './labels.fr';
import { today } from './today';
import { useSave } from './useSave';

type Area = AdministrationAreasQuery['administration']['areas'][number];
interface Props {
  area: Area;
  edits: boolean;
  onChanged(): void;
}

/** One list of communes, and what was decided about it. */
export function AreaPanel({ area, edits, onChanged }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [detaching, setDetaching] = useState(false);
  const toggle = (insee: string) => {
    const next = new Set(chosen);
    if (!next.delete(insee)) next.add(insee);
    setChosen(next);
  };
  return (
    <section className="panel" aria-label={area.name}>
      <h2>{area.name}</h2>
      <p className="muted">
        {labels.area[area.kind]} · {labels.communes(area.communes.length)}
      </p>
      {area.communes.length === 0 && <p>{labels.noCommune}</p>}
      {area.communes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
        <section className="communes" tabIndex={0} aria-label={`${labels.commune}, ${area.name}`}>
          <table className="sheet">
            <thead>
              <tr>
                {edits && <td />}
                <th scope="col">{labels.commune}</th>
                <th scope="col">{labels.insee}</th>
                <th scope="col">{labels.from}</th>
                <th scope="col">{labels.until}</th>
              </tr>
            </thead>
            <tbody>
              {area.communes.map((commune) => (
                <tr key={`${commune.insee} ${commune.from}`}>
                  {edits && (
                    <td>
                      {commune.until == null && (
                        <input
                          type="checkbox"
                          aria-label={labels.choose(commune.name)}
                          checked={chosen.has(commune.insee)}
                          onChange={() => toggle(commune.insee)}
                        />
                      )}
                    </td>
                  )}
                  <th scope="row">
                    {commune.name} {commune.mergedInto && <small>{labels.merged(commune.mergedInto)}</small>}
                  </th>
                  <td>{commune.insee}</td>
                  <td>{formatDay(commune.from)}</td>
                  <td>{commune.until ? formatDay(commune.until) : '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {edits && chosen.size > 0 && <Button onPress={() => setDetaching(true)}>{labels.detach}</Button>}
      {detaching && (
        <DetachDialog
          area={area}
          communes={[...chosen]}
          onClose={() => setDetaching(false)}
          onDone={() => {
            setDetaching(false);
            setChosen(new Set());
            onChanged();
          }}
        />
      )}
      {edits && <AttachForm area={area.id} onAttached={onChanged} />}
      <DecisionList decisions={area.history} />
    </section>
  );
}

interface DetachProps {
  area: Area;
  communes: string[];
  onClose(): void;
  onDone(): void;
}

function DetachDialog({ area, communes, onClose, onDone }: DetachProps) {
  const [until, setUntil] = useState(today());
  const command = useCommand(DetachCommunesDocument, (data) => data.detachCommunes.errors);
  const save = useSave(onDone);
  return (
    <ConfirmDialog
      title={labels.detachTitle}
      what={labels.detachWhat(communes.length, area.name)}
      send={labels.detachSend}
      busy={command.busy}
      error={save.elsewhere('until', 'from')}
      onClose={onClose}
      onConfirm={() => void command.send({ area: area.id, communes, until }).then(save.settle)}
    >
      <Field label={labels.detachFrom} error={save.at('until') ?? save.at('from')}>
        {(control) => (
          <input {...control} type="date" required value={until} onChange={(event) => setUntil(event.target.value)} />
        )}
      </Field>
    </ConfirmDialog>
  );
}
