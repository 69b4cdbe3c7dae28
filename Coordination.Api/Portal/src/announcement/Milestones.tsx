import { useEffect, useRef } from 'react';
import { useAnnounce } from '../app/Announcer';
import { formatMoment } from '../ui/format.fr';
import { Icon } from '../ui/Icon';
import { labels } from './labels.fr';
import { newSteps, type Step, stepText } from './steps';

/** One step after the other, with who and when; a step that is reached while one looks is said. */
export function Milestones({ steps }: { steps: readonly Step[] }) {
  const seen = useRef(steps);
  const announce = useAnnounce();
  useEffect(() => {
    const reached = newSteps(seen.current, steps);
    seen.current = steps;
    if (reached.length > 0) announce(reached.map(stepText).join('. '));
  }, [steps, announce]);
  return (
    <ol className="steps" aria-label={labels.progress}>
      {steps.map((step) => (
        <li key={step.name} className={step.at ? 'step step-done' : 'step'}>
          <span className="step-mark">{step.at && <Icon name="check" />}</span>
          <strong>{stepText(step)}</strong>
          <small>{step.at ? <time dateTime={step.at}>{formatMoment(step.at)}</time> : labels.ahead}</small>
        </li>
      ))}
    </ol>
  );
}
