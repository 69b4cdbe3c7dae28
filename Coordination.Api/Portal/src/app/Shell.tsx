import { type ReactNode, useEffect, useRef, useState } from 'react';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { MeDocument } from '../gql/graphql';
import type { Session } from '../session/session';
import { Button } from '../ui/Button';
import { Icon, Logo } from '../ui/Icon';
import { ConnectionStatus } from './ConnectionStatus';
import { labels } from './labels.fr';
import { pagesOf } from './navigation';
import { ShortcutsDialog } from './ShortcutsDialog';
import { searchFor } from './searchText';
import { WaitingCount } from './WaitingCount';

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** What surrounds every screen. */
export function Shell({
  session,
  onChangeActivity,
  onSignOut,
  children,
}: {
  session: Session;
  onChangeActivity(): void;
  onSignOut(): void;
  children: ReactNode;
}) {
  const [{ data }] = useQuery({ query: MeDocument });
  const [shortcuts, setShortcuts] = useState(false);
  const main = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const me = data?.me;
  const pages = me ? pagesOf(me) : [];
  const searches = pages.some((page) => page.path === '/alerts');

  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page, and nothing else, moves the focus
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);

  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target) || document.querySelector('.overlay'))
        return;
      if (event.key === '?') setShortcuts(true);
      else if (event.key === '/') search.current?.focus();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, []);

  return (
    <div className="shell">
      <a className="skip" href="#main">
        {labels.skip}
      </a>
      <header className="top">
        <p className="brand">
          <Logo /> {labels.product}
        </p>
        <p className="structure">{me?.organization.name ?? session.user?.organization}</p>
        {searches && (
          <form
            role="search"
            className="search"
            onSubmit={(event) => {
              event.preventDefault();
              searchFor(search.current?.value.trim() ?? '');
              void navigate('/alerts');
            }}
          >
            <Icon name="search" />
            <input
              ref={search}
              type="search"
              aria-label={labels.searchHint}
              placeholder={labels.search}
              autoComplete="off"
            />
            <kbd aria-hidden="true">/</kbd>
          </form>
        )}
        <ConnectionStatus />
        <p className="who">
          <strong>{me?.displayName ?? session.user?.displayName}</strong>
          {me && <span>{labels.roles[me.role]}</span>}
        </p>
        {session.activities.length > 1 && (
          <Button kind="quiet" onPress={onChangeActivity}>
            {labels.changeActivity}
          </Button>
        )}
        <Button kind="quiet" onPress={onSignOut}>
          <Icon name="exit" /> {labels.signOut}
        </Button>
      </header>
      <nav className="side" aria-label={labels.menu}>
        <ul>
          {pages.map((page) => (
            <li key={page.path}>
              <NavLink to={page.path}>
                <Icon name={page.icon} /> <span>{page.label}</span>
                {page.counter && <WaitingCount of={page.counter} />}
              </NavLink>
            </li>
          ))}
        </ul>
        <Button kind="quiet" onPress={() => setShortcuts(true)}>
          <Icon name="keyboard" /> <span>{labels.shortcuts}</span> <kbd aria-hidden="true">?</kbd>
        </Button>
      </nav>
      <main id="main" className="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      {me && <ShortcutsDialog userId={me.id} open={shortcuts} onClose={() => setShortcuts(false)} />}
    </div>
  );
}
