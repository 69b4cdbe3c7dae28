import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../ui/Button';
import { ModalDialog } from '../ui/ModalDialog';
import { useUnsent } from './drafts';
import { labels } from './labels.fr';

/** Asks before a link leaves lines that were not sent. */
export function LeaveGuard({ prefix }: { prefix: string }) {
  const unsent = useUnsent(prefix);
  const [to, setTo] = useState<string>();
  const navigate = useNavigate();
  useEffect(() => {
    if (!unsent) return;
    const catchLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || link.origin !== window.location.origin) return;
      // Another part of the same plan leaves nothing.
      if (link.pathname === window.location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setTo(`${link.pathname}${link.search}`);
    };
    document.addEventListener('click', catchLink, { capture: true });
    return () => document.removeEventListener('click', catchLink, { capture: true });
  }, [unsent]);
  if (to === undefined) return null;
  return (
    <ModalDialog title={labels.leaveTitle} open onClose={() => setTo(undefined)}>
      <p>{labels.leaveWhat}</p>
      <footer className="dialog-foot">
        <Button onPress={() => void navigate(to)}>{labels.leave}</Button>
        <Button kind="primary" onPress={() => setTo(undefined)}>
          {labels.stay}
        </Button>
      </footer>
    </ModalDialog>
  );
}
