import { useEffect, useState } from 'react';
import { Button } from '../ui/Button';
import { Icon, Logo } from '../ui/Icon';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import { pageAsked, type Session, signInAddress } from './session';

/** Where everybody comes in; the address asked for is kept, so that it opens once signed in. */
export function StartPage({ session, expired }: { session: Session; expired: boolean }) {
  usePageTitle(labels.title);
  const [busy, setBusy] = useState<string>();
  const [problem] = useState(() => labels.problems[new URLSearchParams(window.location.search).get('signin') ?? '']);
  // Read once: a reload tells nothing of a sign-in that is over.
  useEffect(() => window.history.replaceState(null, '', pageAsked(window.location)), []);
  const enter = (provider: string, hint?: string) => {
    setBusy(hint ?? provider);
    window.location.assign(signInAddress(provider, pageAsked(window.location), hint));
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
        {problem && (
          <p className="notice notice-error" role="alert">
            {problem}
          </p>
        )}
        {session.providers.length === 0 && <p>{labels.noSignIn}</p>}
        <ul className="start-users">
          {session.providers.map((provider) => (
            <li key={provider.name}>
              <Button wide kind="primary" disabled={busy !== undefined} onPress={() => enter(provider.name)}>
                <Icon name="user" />
                <span>{busy === provider.name ? labels.entering : labels.providers[provider.convention]}</span>
                <Icon name="next" />
              </Button>
            </li>
          ))}
        </ul>
        {session.demoUsers.length > 0 && (
          <>
            <h2>{labels.demoHeading}</h2>
            <p className="muted">{labels.development}</p>
            <ul className="start-users">
              {session.demoUsers.map((user) => (
                <li key={user.key}>
                  <Button wide disabled={busy !== undefined} onPress={() => enter(user.provider, user.key)}>
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
