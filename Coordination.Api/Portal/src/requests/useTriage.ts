import { useCallback, useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import {
  AcceptRequestDocument,
  AnswerRequestDocument,
  AssignRequestDocument,
  CloseRequestDocument,
  CommunicateRequestIdentityDocument,
  MarkRequestDuplicateDocument,
  OrientRequestDocument,
  RateRequestDocument,
  RecordRequestInformationDocument,
  RefuseRequestDocument,
  RequalifyRequestDocument,
  ScreenRequestDocument,
  SnoozeRequestDocument,
  TakeRequestDocument,
  UndoRequestDecisionDocument,
} from '../gql/graphql';
import { type Outcome, useCommand } from '../graphql/useCommand';
import { labels } from './labels.fr';

export type TriageDialogName = keyof typeof labels.actions;
/** How long a decision may be taken back; the server gives the journey a little more. */
const undoForMs = 10_000;
interface Base {
  id: string;
  expectedVersion: number;
}

/** The commands of triage, and for ten seconds the decision that may be taken back. */
export function useTriage(onDone: (id: string) => void) {
  const [undoable, setUndoable] = useState<{ id: string; what: string }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announce = useAnnounce();
  useEffect(() => () => clearTimeout(timer.current), []);
  const commands = {
    take: useCommand(TakeRequestDocument, (data) => data.takeRequest.errors),
    assign: useCommand(AssignRequestDocument, (data) => data.assignRequest.errors),
    snooze: useCommand(SnoozeRequestDocument, (data) => data.snoozeRequest.errors),
    requalify: useCommand(RequalifyRequestDocument, (data) => data.requalifyRequest.errors),
    rate: useCommand(RateRequestDocument, (data) => data.rateRequest.errors),
    screen: useCommand(ScreenRequestDocument, (data) => data.screenRequest.errors),
    inform: useCommand(RecordRequestInformationDocument, (data) => data.recordRequestInformation.errors),
    identify: useCommand(CommunicateRequestIdentityDocument, (data) => data.communicateRequestIdentity.errors),
    answer: useCommand(AnswerRequestDocument, (data) => data.answerRequest.errors),
    orient: useCommand(OrientRequestDocument, (data) => data.orientRequest.errors),
    refuse: useCommand(RefuseRequestDocument, (data) => data.refuseRequest.errors),
    duplicate: useCommand(MarkRequestDuplicateDocument, (data) => data.markRequestDuplicate.errors),
    close: useCommand(CloseRequestDocument, (data) => data.closeRequest.errors),
    accept: useCommand(AcceptRequestDocument, (data) => data.acceptRequest.errors),
  };
  const undoing = useCommand(UndoRequestDecisionDocument, (data) => data.undoRequestDecision.errors);

  /** Sends what was decided on the version that was read. */
  const change = async (
    { id, version }: { id: string; version: number },
    send: (base: Base) => Promise<Outcome | undefined>,
  ) => {
    const outcome = await send({ id, expectedVersion: version });
    if (outcome) onDone(id);
    return outcome;
  };
  /** The same for a decision: it may be taken back for a while. */
  const decide = async (
    what: keyof typeof labels.done,
    request: { id: string; version: number },
    send: (base: Base) => Promise<Outcome | undefined>,
  ) => {
    const outcome = await change(request, send);
    if (outcome?.kind === 'done') {
      clearTimeout(timer.current);
      setUndoable({ id: request.id, what: labels.done[what] });
      timer.current = setTimeout(() => setUndoable(undefined), undoForMs);
    }
    return outcome;
  };
  const undo = useCallback(async (): Promise<Outcome | undefined> => {
    if (!undoable) return undefined;
    clearTimeout(timer.current);
    setUndoable(undefined);
    const outcome = await undoing.send({ id: undoable.id });
    if (outcome?.kind === 'done') announce(labels.undone);
    onDone(undoable.id);
    return outcome;
  }, [undoable, undoing, announce, onDone]);
  return { ...commands, change, decide, undo, undoable };
}
export type Triage = ReturnType<typeof useTriage>;
