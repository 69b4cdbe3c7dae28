import { useState } from 'react';
import { Link } from 'react-router';
import { useAnnounce } from '../app/Announcer';
import { type DischargeDestination, SayDestinationDocument, type StayDetailFragment } from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { destinations } from './destinations';
import { labels } from './labels.fr';

function DestinationAnswer({ id }: { id: string }) {
  const [destination, setDestination] = useState<DischargeDestination | ''>('');
  const [problem, setProblem] = useState<string>();
  const announce = useAnnounce();
  const { send, busy } = useCommand(SayDestinationDocument, (data) => data.stateDestination.errors);
  return (
    <form
      className="answer"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!destination) return setProblem(labels.faults.destination);
        const outcome = await send({ dischargeId: id, destination });
        if (!outcome) return;
        setProblem(textOf(outcome));
        if (outcome.kind === 'done') announce(labels.saidDestination);
      }}
    >
      <select
        aria-label={labels.destination}
        aria-invalid={problem ? true : undefined}
        value={destination}
        onChange={(event) => setDestination(event.target.value as DischargeDestination)}
      >
        <option value="" disabled>
          {labels.choose}
        </option>
        {destinations.map((one) => (
          <option key={one} value={one}>
            {careLabels.destinations[one]}
          </option>
        ))}
      </select>
      <Button type="submit" disabled={busy}>
        {labels.sayDestination}
      </Button>
      {problem && (
        <span className="field-error" role="alert">
          {problem}
        </span>
      )}
    </form>
  );
}

/** What the hospital still has to say, each with its answer at hand. */
export function QuestionList({ stay }: { stay: StayDetailFragment }) {
  if (stay.questions.length === 0) return null;
  const form = `/annoncer?sortie=${encodeURIComponent(stay.id)}`;
  return (
    <section className="panel to-answer" aria-labelledby="questions-title">
      <h2 id="questions-title">{labels.questions}</h2>
      <ul>
        {stay.questions.map((question) => (
          <li key={question}>
            <span>{labels.question[question]}</span>
            {question === 'DESTINATION_UNKNOWN' && <DestinationAnswer id={stay.id} />}
            {question === 'DATE_TO_CONFIRM' && <Link to={form}>{labels.sayDate}</Link>}
            {question === 'NEEDS_NOT_ASSESSED' && <Link to={form}>{labels.sayNeeds}</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}
