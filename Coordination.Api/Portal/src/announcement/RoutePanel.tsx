import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { formatFull, personName } from '../ui/format.fr';
import { Icon } from '../ui/Icon';
import { labels as ui } from '../ui/labels.fr';
import type { Announcement } from './form';
import { labels } from './labels.fr';
import { useRoute } from './useRoute';

/** Who will be told, and when somebody answers, before anything is sent. */
export function RoutePanel({ form }: { form: Announcement }) {
  const insee = form.identity?.commune?.insee;
  const name = form.stay?.subject.commune;
  const { route, unclear, failed, retry } = useRoute({ insee, name });
  const chosen = !!insee || !!form.stay;
  return (
    <section className="panel route" aria-labelledby="route-title">
      <h2 id="route-title">{labels.route}</h2>
      {!chosen && <p className="muted">{labels.routeWaiting}</p>}
      {chosen && failed && (
        <p className="muted">
          {labels.routeFailed} <Button onPress={retry}>{ui.retry}</Button>
        </p>
      )}
      {chosen && (unclear || (form.stay && !name)) && <p>{labels.routeUnclear}</p>}
      {route === null && <p className="notice notice-error">{labels.routeNone}</p>}
      {route && (
        <>
          <p>
            <strong>{route.territory}</strong>
          </p>
          <ul className="recipients">
            {route.recipients.map((recipient) => (
              <li key={recipient}>
                <Icon name="user" /> {recipient}
              </li>
            ))}
          </ul>
          {route.open ? (
            <p className="route-open">
              <Icon name="check" /> {labels.open}
            </p>
          ) : (
            <div className="notice route-closed">
              <strong>{labels.closed(route.closedUntil ? formatFull(route.closedUntil) : labels.unknown)}</strong>
              <p>{route.relay ? labels.relay(route.relay) : labels.noRelay}</p>
            </div>
          )}
        </>
      )}
      {form.information === 'OPPOSED' && <p className="notice">{labels.opposed}</p>}
      {chosen && form.information !== 'OPPOSED' && form.needs.length > 0 && (
        <div className="route-summary">
          <h3>{labels.summary}</h3>
          <p>
            {form.stay ? personName(form.stay.subject) : form.identity?.birthName.toLocaleUpperCase('fr-FR')}
            {form.destination && ` → ${careLabels.destinations[form.destination]}`}
          </p>
          <p className="muted">{form.needs.map((need) => careLabels.needs[need]).join(', ')}</p>
        </div>
      )}
    </section>
  );
}
