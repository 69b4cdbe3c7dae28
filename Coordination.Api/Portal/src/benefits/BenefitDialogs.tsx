import { useState } from 'react';
import {
  type BenefitKind,
  type BenefitState,
  ChangeBenefitDocument,
  type PieceKind,
  RecordBenefitDocument,
  RefusePieceDocument,
  RenewBenefitDocument,
  RequestPiecesDocument,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { Field } from '../ui/Field';
import type { Benefit, Entitlements } from './EntitlementsTab';
import { labels } from './labels.fr';

interface Props {
  recordId: string;
  version: number;
  onClose(): void;
}

/** A benefit: which, how far, from when to when. */
export function BenefitDialog({ recordId, version, benefit, onClose }: Props & { benefit: Benefit | undefined }) {
  const [kind, setKind] = useState<BenefitKind>(benefit?.kind ?? 'AUTONOMY_ALLOWANCE');
  const [state, setState] = useState<BenefitState>(benefit?.state ?? 'GRANTED');
  const [from, setFrom] = useState(benefit?.from ?? '');
  const [until, setUntil] = useState(benefit?.until ?? '');
  const [reference, setReference] = useState('');
  const record = useCommand(RecordBenefitDocument, (data) => data.recordBenefit.errors);
  const change = useCommand(ChangeBenefitDocument, (data) => data.changeBenefit.errors);
  // A renewed benefit stays so while its days are changed; nothing else becomes renewed here.
  const states: Partial<Record<BenefitState, string>> =
    benefit?.state === 'RENEWED' ? { RENEWED: benefit.stateLabel, ...labels.states } : labels.states;
  return (
    <FormDialog
      title={benefit ? labels.of(labels.change, benefit.label) : labels.add}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() => {
        const said = {
          recordId,
          state,
          from: from || null,
          until: until || null,
          reference: reference.trim() || null,
          expectedVersion: version,
        };
        return benefit ? change.send({ ...said, benefitId: benefit.id }) : record.send({ ...said, kind });
      }}
    >
      {!benefit && <Select label={labels.kind} value={kind} options={labels.kinds} onChange={setKind} />}
      <Select label={labels.state} value={state} options={states as Record<BenefitState, string>} onChange={setState} />
      <Line type="date" label={labels.from} value={from} onChange={setFrom} />
      <Line type="date" label={labels.until} value={until} onChange={setUntil} />
      <Line label={labels.reference} value={reference} onChange={setReference} />
      {benefit?.reference && <p className="muted">{labels.referenceKept}</p>}
    </FormDialog>
  );
}

/** The new end of a benefit. */
export function RenewBenefitDialog({ recordId, version, benefit, onClose }: Props & { benefit: Benefit }) {
  const [until, setUntil] = useState('');
  const command = useCommand(RenewBenefitDocument, (data) => data.renewBenefit.errors);
  return (
    <FormDialog
      title={labels.of(labels.renew, benefit.label)}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        until ? command.send({ recordId, benefitId: benefit.id, until, expectedVersion: version }) : labels.required
      }
    >
      <Line type="date" label={labels.newEnd} value={until} onChange={setUntil} />
    </FormDialog>
  );
}

/** Which pieces, for what, until when. */
export function AskDialog({
  recordId,
  entitlements,
  onClose,
}: {
  recordId: string;
  entitlements: Entitlements;
  onClose(): void;
}) {
  const [pieces, setPieces] = useState<readonly PieceKind[]>([]);
  const [what, setWhat] = useState('');
  const [due, setDue] = useState('');
  const command = useCommand(RequestPiecesDocument, (data) => data.requestPieces.errors);
  const things = [...entitlements.benefits, ...entitlements.measures.filter((measure) => !measure.endedOn)];
  return (
    <FormDialog
      title={labels.ask}
      send={labels.send}
      done={labels.sent}
      onClose={onClose}
      run={() =>
        pieces.length === 0
          ? labels.onePiece
          : due
            ? command.send({ recordId, pieces: [...pieces], for: what || null, due })
            : labels.required
      }
    >
      <fieldset className="piece-choices">
        <legend>{labels.requests}</legend>
        {(Object.keys(labels.pieceKinds) as PieceKind[]).map((kind) => (
          <label key={kind} className="piece-choice">
            <input
              type="checkbox"
              checked={pieces.includes(kind)}
              onChange={() =>
                setPieces(pieces.includes(kind) ? pieces.filter((one) => one !== kind) : [...pieces, kind])
              }
            />{' '}
            {labels.pieceKinds[kind]}
          </label>
        ))}
      </fieldset>
      <Select
        label={labels.for}
        value={what}
        options={{ '': labels.forAll, ...Object.fromEntries(things.map((thing) => [thing.id, thing.label])) }}
        onChange={setWhat}
      />
      <Line type="date" label={labels.due} value={due} onChange={setDue} />
      <p className="muted">{labels.askWhat}</p>
    </FormDialog>
  );
}

/** Why a piece is not usable, and until when it is asked for again. */
export function RefuseDialog({
  recordId,
  requestId,
  piece,
  onClose,
}: {
  recordId: string;
  requestId: string;
  piece: { kind: PieceKind; label: string };
  onClose(): void;
}) {
  const [reason, setReason] = useState('');
  const [due, setDue] = useState('');
  const command = useCommand(RefusePieceDocument, (data) => data.refusePiece.errors);
  return (
    <FormDialog
      title={labels.refuseTitle(piece.label)}
      send={labels.refuse}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        reason.trim() && due
          ? command.send({ recordId, requestId, piece: piece.kind, reason: reason.trim(), due })
          : labels.required
      }
    >
      <Field label={labels.refuseReason}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Line type="date" label={labels.refuseDue} value={due} onChange={setDue} />
    </FormDialog>
  );
}
