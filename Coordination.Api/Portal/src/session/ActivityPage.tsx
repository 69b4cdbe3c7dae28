import { useState } from 'react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import { chooseActivity, lastActivityOf, type Session } from './session';

/** Somebody who is identified: which activity she acts in, or why she cannot act at all. */
export function ActivityPage({
  session,
  onChosen,
  onSignOut,
}: {
  session: Session;
  onChosen(): void;
  onSignOut(): void;
}) {
  const none = session.activities.length === 0;
  usePageTitle(none ? labels.noRightTitle : labels.chooseTitle);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const name = session.identity?.displayName ?? '';
  const choose = async (id: string) => {
    setBusy(true);
    setFailed(false);
    try {
      await chooseActivity(id);
      onChosen();
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <main className="start-card start-alone" id="main">
      <h1>{none ? labels.noRightHeading(name) : labels.chooseHeading}</h1>
      <p>{none ? labels.noRight : labels.chooseWhy(name)}</p>
      {none && <p>{labels.noRightNext}</p>}
      {failed && (
        <p className="notice notice-error" role="alert">
          {labels.failed}
        </p>
      )}
      <ul className="start-users">
        {lastActivityOf(session.activities).map((activity) => (
          <li key={activity.id}>
            <Button wide disabled={busy} onPress={() => void choose(activity.id)}>
              <Icon name="user" />
              <span>
                {activity.organization} – {activity.label}
              </span>
              <Icon name="next" />
            </Button>
          </li>
        ))}
      </ul>
      {none && <Button onPress={onChosen}>{labels.refresh}</Button>}
      <Button onPress={onSignOut}>{labels.leave}</Button>
    </main>
  );
}
