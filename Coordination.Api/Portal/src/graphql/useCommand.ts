import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { labels } from '../ui/labels.fr';

/** A rule that the server found broken, in French, and the field it is about when there is one. */
export interface CommandError {
  code: string;
  message: string;
  field?: string;
}
/** What became of a command: done, refused, or lost on the way (then it may be sent again without a second effect). */
export type Outcome = { kind: 'done' } | { kind: 'refused'; error: CommandError } | { kind: 'lost' };

/** What a reader is told of a command that was not done. */
export const textOf = (outcome: Outcome): string | undefined =>
  outcome.kind === 'refused' ? outcome.error.message : outcome.kind === 'lost' ? labels.network : undefined;

/** Sends one kind of command. The same content sent again after a silence has the same id: it is done once. */
export function useCommand<Data, Input extends object>(
  document: TypedDocumentNode<Data, { input: Input & { commandId?: string | null | undefined } }>,
  errorsOf: (data: Data) => readonly CommandError[] | null | undefined,
) {
  const [, run] = useMutation(document);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const last = useRef<{ content: string; id: string }>(undefined);
  const errors = useRef(errorsOf);
  errors.current = errorsOf;
  const send = useCallback(
    async (input: Input): Promise<Outcome | undefined> => {
      if (underWay.current) return undefined;
      const content = JSON.stringify(input);
      if (last.current?.content !== content) last.current = { content, id: crypto.randomUUID() };
      underWay.current = true;
      setBusy(true);
      const { data, error } = await run({ input: { ...input, commandId: last.current.id } });
      underWay.current = false;
      setBusy(false);
      if (error || !data) return { kind: 'lost' };
      last.current = undefined;
      const refused = errors.current(data)?.[0];
      return refused ? { kind: 'refused', error: refused } : { kind: 'done' };
    },
    [run],
  );
  return { send, busy };
}
