import { useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { type CommandError, type Outcome, textOf } from '../graphql/useCommand';
import { labels } from './labels.fr';

/** What became of the last save: said aloud when done, kept to be shown at its field when refused. */
export function useSave(onSaved: () => void) {
  const [refused, setRefused] = useState<CommandError>();
  const announce = useAnnounce();
  const settle = (outcome: Outcome | undefined): boolean => {
    if (!outcome) return false;
    if (outcome.kind !== 'done') {
      setRefused(outcome.kind === 'refused' ? outcome.error : { code: '', message: textOf(outcome) ?? '' });
      return false;
    }
    setRefused(undefined);
    announce(labels.saved);
    onSaved();
    return true;
  };
  const at = (field: string) => (refused?.field === field ? refused.message : undefined);
  const elsewhere = (...fields: string[]) =>
    refused && !fields.includes(refused.field ?? '') ? refused.message : undefined;
  return { settle, at, elsewhere, clear: () => setRefused(undefined) };
}
