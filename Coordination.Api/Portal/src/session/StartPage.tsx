import { useState } from 'react';
import { Button } from '../ui/Button';
import { Icon, Logo } from '../ui/Icon';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import { enterAs, type Session } from './session';

/** Where everybody comes in; the address asked for is kept, so that it opens once signed in. */
export function StartPage({ session, expired, onEntered }: { session: Session; expired: boolean; onEntered(): void }) {
  usePageTitle(labels.title);
  const [busy, setBusy] = useState<string>();
  const [failed, setFailed] = useState(false);
  const enter = async (role: string) => {
    setBusy(role);
    setFailed(false);
    try {
      await enterAs(role);
      onEntered();
    } catch {
      setFailed(true);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <main className="start" id="main">
      <section className="start-story" aria-label={labels.purpose}>
        <p className="start-brand">
          <Logo /> {labels.product}
        </p>
        <p className="start-purpose">{labels.purpose}</p>
        <ul>
          {labels.facts.map((fact) => (
            <li key={fact}>
              <Icon name="check" /> {fact}
            </li>
          ))}
        </ul>
      </section>
      <section className="start-card">
        <h1>{labels.heading}</h1>
        {expired && (
          <p className="notice" role="status">
            {labels.expired}
          </p>
        )}
        {failed && (
          <p className="notice notice-error" role="alert">
            {labels.failed}
          </p>
        )}
        {session.demoUsers.length === 0 ? (
          <p>{labels.noSignIn}</p>
        ) : (
          <>
            <p className="muted">{labels.development}</p>
            <ul className="start-users">
              {session.demoUsers.map((user) => (
                <li key={user.key}>
                  <Button wide disabled={busy !== undefined} onPress={() => void enter(user.key)}>
                    <Icon name="user" />
                    <span>{busy === user.key ? labels.entering : `${labels.enterAs} ${user.label}`}</span>
                    <Icon name="next" />
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="muted small">{labels.help}</p>
      </section>
    </main>
  );
}
