import { useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { type DischargeDestination, type PreparationFragment, StateDestinationDocument } from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { labels } from './preparation.labels.fr';
import type { Preparation } from './usePreparation';

const destinations = Object.keys(careLabels.destinations) as DischargeDestination[];

function DestinationForm({ discharge }: { discharge: PreparationFragment }) {
  const [destination, setDestination] = useState<DischargeDestination>('HOME');
  const [error, setError] = useState<string>();
  const command = useCommand(StateDestinationDocument, (data) => data.stateDestination.errors);
  const announce = useAnnounce();
  const send = async () => {
    const outcome = await command.send({ dischargeId: discharge.id, destination });
    setError(outcome && textOf(outcome));
    if (outcome?.kind === 'done') announce(labels.destinationSaved);
  };
  return (
    <form
      className="question-answer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={labels.destinationChoose} error={error}>
        {(control) => (
          <select
            {...control}
            value={destination}
            onChange={(event) => setDestination(event.target.value as DischargeDestination)}
          >
            {destinations.map((one) => (
              <option key={one} value={one}>
                {careLabels.destinations[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit" disabled={command.busy}>
        {labels.destinationSend}
      </Button>
    </form>
  );
}

/** What somebody has to say yet: tasks with their answer in place, never alarms. */
export function Questions({ discharge, tools }: { discharge: PreparationFragment; tools: Preparation | undefined }) {
  if (discharge.questions.length === 0) return null;
  return (
    <section className="panel">
      <h2>{labels.questions}</h2>
      <ul className="questions">
        {discharge.questions.map((question) => (
          <li key={question}>
            <Icon name="question" />
            <div>
              <p>{labels.question[question]}</p>
              {tools && question === 'DESTINATION_UNKNOWN' && <DestinationForm discharge={discharge} />}
              {tools && question === 'NEEDS_NOT_ASSESSED' && <Button onPress={tools.assess}>{labels.assess}</Button>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
