import { useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { AssessNeedsDocument, type CareNeed, type PreparationFragment } from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { labels as common } from '../ui/labels.fr';
import { ModalDialog } from '../ui/ModalDialog';
import { labels } from './preparation.labels.fr';

const all = Object.keys(careLabels.needs) as CareNeed[];

/** What will be needed at home. That nothing is needed is said, never left unsaid. */
export default function NeedsDialog({ discharge, onClose }: { discharge: PreparationFragment; onClose(): void }) {
  const [chosen, setChosen] = useState<ReadonlySet<CareNeed>>(() => new Set(discharge.needs ?? []));
  const [none, setNone] = useState(discharge.needs?.length === 0);
  const [error, setError] = useState<string>();
  const command = useCommand(AssessNeedsDocument, (data) => data.assessNeeds.errors);
  const announce = useAnnounce();

  const send = async () => {
    if (chosen.size === 0 && !none) return setError(labels.assessMissing);
    const outcome = await command.send({ dischargeId: discharge.id, needs: all.filter((need) => chosen.has(need)) });
    if (!outcome) return;
    if (outcome.kind !== 'done') return setError(textOf(outcome));
    announce(labels.assessed);
    onClose();
  };
  const tick = (need: CareNeed, on: boolean) => {
    setNone(false);
    setError(undefined);
    setChosen((now) => new Set(on ? [...now, need] : [...now].filter((other) => other !== need)));
  };
  return (
    <ModalDialog title={labels.assessTitle} open onClose={onClose}>
      <form
        className="form"
        // On the way down: a button with the focus would take the key for itself.
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return;
          event.preventDefault();
          event.stopPropagation();
          void send();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{labels.assessWhat}</p>
        {error && (
          <p className="notice notice-error" role="alert">
            {error}
          </p>
        )}
        <fieldset className="choices choices-columns">
          <legend className="visually-hidden">{labels.assessTitle}</legend>
          {all.map((need, index) => (
            <label key={need} className="choice">
              <input
                type="checkbox"
                checked={chosen.has(need)}
                // biome-ignore lint/a11y/noAutofocus: the first box of a dialog that was just asked for
                autoFocus={index === 0}
                onChange={(event) => tick(need, event.target.checked)}
              />
              {careLabels.needs[need]}
            </label>
          ))}
          <label className="choice choice-apart">
            <input
              type="checkbox"
              checked={none}
              onChange={(event) => {
                setNone(event.target.checked);
                setError(undefined);
                if (event.target.checked) setChosen(new Set());
              }}
            />
            {labels.assessNone}
          </label>
        </fieldset>
        <footer className="dialog-foot">
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="primary" type="submit" disabled={command.busy}>
            {labels.assessSend}
          </Button>
        </footer>
      </form>
    </ModalDialog>
  );
}
