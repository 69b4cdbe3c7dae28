import { useState } from 'react';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import {
  AcceptPieceDocument,
  RecordEntitlementsByIdDocument,
  type RecordEntitlementsFragment,
  SubmitPieceDocument,
} from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { type Outcome, textOf, useCommand } from '../graphql/useCommand';
import type { PartProps } from '../records/parts';
import { TableScroll } from '../records/TableScroll';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { Loading, Problem } from '../ui/States';
import { AskDialog, BenefitDialog, RefuseDialog, RenewBenefitDialog } from './BenefitDialogs';
import { End } from './End';
import { labels } from './labels.fr';
import { Measures } from './Measures';
import './benefits.css';

export type Entitlements = NonNullable<RecordEntitlementsFragment['entitlements']>;
export type Benefit = Entitlements['benefits'][number];
type Request = Entitlements['pieceRequests'][number];
type Piece = Request['pieces'][number];

/** Benefits, protective measures and the pieces asked for them. */
export default function EntitlementsTab({ id, permissions }: PartProps) {
  const [{ data, error }, again] = useQuery({
    query: RecordEntitlementsByIdDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({
    item: (item) => item.type === 'RECORD_CHANGED' && item.nodeId === data?.careRecord?.id && refetch(),
    resync: refetch,
  });
  const record = data?.careRecord;
  if (error && !record?.entitlements) return <Problem retry={refetch} />;
  if (!record?.entitlements) return <Loading />;
  const edits = permissions.includes('CHANGE_BENEFITS');
  return (
    <>
      <Benefits recordId={record.id} entitlements={record.entitlements} edits={edits} />
      <Measures recordId={record.id} entitlements={record.entitlements} edits={edits} />
      <Pieces
        recordId={record.id}
        entitlements={record.entitlements}
        edits={edits}
        submits={permissions.includes('SUBMIT_PIECES')}
      />
    </>
  );
}

export interface SectionProps {
  recordId: string;
  entitlements: Entitlements;
  edits: boolean;
}

function Benefits({ recordId, entitlements, edits }: SectionProps) {
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Benefit>();
  const [renewing, setRenewing] = useState<Benefit>();
  return (
    <section className="record-part" aria-labelledby="benefits">
      <header>
        <h2 id="benefits">{labels.benefits}</h2>
        {edits && <Button onPress={() => setAdding(true)}>{labels.add}</Button>}
      </header>
      {entitlements.benefits.length === 0 ? (
        <p>{labels.benefitsNone}</p>
      ) : (
        <TableScroll label={labels.benefits}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{labels.columns.benefit}</th>
                <th scope="col">{labels.columns.state}</th>
                <th scope="col">{labels.columns.from}</th>
                <th scope="col">{labels.columns.until}</th>
                <th scope="col">{labels.columns.reference}</th>
                {edits && <th scope="col">{labels.columns.action}</th>}
              </tr>
            </thead>
            <tbody>
              {entitlements.benefits.map((benefit) => (
                <tr key={benefit.id}>
                  <th scope="row">{benefit.label}</th>
                  <td>{benefit.stateLabel}</td>
                  <td>{benefit.from ? formatDay(benefit.from) : '–'}</td>
                  <td>
                    {benefit.until ? formatDay(benefit.until) : '–'} <End days={benefit.endsInDays} />
                  </td>
                  <td>{benefit.reference ?? '–'}</td>
                  {edits && (
                    <td>
                      <Button label={labels.of(labels.change, benefit.label)} onPress={() => setChanging(benefit)}>
                        {labels.change}
                      </Button>{' '}
                      {benefit.state !== 'REFUSED' && benefit.state !== 'REQUESTED' && (
                        <Button label={labels.of(labels.renew, benefit.label)} onPress={() => setRenewing(benefit)}>
                          {labels.renew}
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {(adding || changing) && (
        <BenefitDialog
          recordId={recordId}
          version={entitlements.version}
          benefit={changing}
          onClose={() => {
            setAdding(false);
            setChanging(undefined);
          }}
        />
      )}
      {renewing && (
        <RenewBenefitDialog
          recordId={recordId}
          version={entitlements.version}
          benefit={renewing}
          onClose={() => setRenewing(undefined)}
        />
      )}
    </section>
  );
}

function Pieces({ recordId, entitlements, edits, submits }: SectionProps & { submits: boolean }) {
  const [asking, setAsking] = useState(false);
  const [refusing, setRefusing] = useState<{ request: Request; piece: Piece }>();
  const [failed, setFailed] = useState<string>();
  const announce = useAnnounce();
  const submit = useCommand(SubmitPieceDocument, (data) => data.submitPiece.errors);
  const accept = useCommand(AcceptPieceDocument, (data) => data.acceptPiece.errors);
  const act = async (sent: Promise<Outcome | undefined>) => {
    setFailed(undefined);
    const outcome = await sent;
    if (outcome?.kind === 'done') announce(labels.saved);
    else if (outcome) setFailed(textOf(outcome));
  };
  return (
    <section className="record-part" aria-labelledby="pieces">
      <header>
        <h2 id="pieces">{labels.requests}</h2>
        {edits && <Button onPress={() => setAsking(true)}>{labels.ask}</Button>}
      </header>
      {failed && (
        <p className="notice notice-error" role="alert">
          {failed}
        </p>
      )}
      {entitlements.pieceRequests.length === 0 && <p>{labels.requestsNone}</p>}
      {entitlements.pieceRequests.map((request) => (
        <div key={request.id} className="piece-request">
          <h3>{labels.requestFor(request.forLabel)}</h3>
          <p className="muted">
            {request.remindedOn ? labels.reminded(formatDay(request.remindedOn)) : ''}{' '}
            {request.reminderOn ? labels.reminder(formatDay(request.reminderOn)) : ''}
          </p>
          <TableScroll label={labels.requestFor(request.forLabel)}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{labels.columns.piece}</th>
                  <th scope="col">{labels.columns.state}</th>
                  <th scope="col">{labels.columns.due}</th>
                  {(edits || submits) && <th scope="col">{labels.columns.action}</th>}
                </tr>
              </thead>
              <tbody>
                {request.pieces.map((piece) => {
                  const input = { recordId, requestId: request.id, piece: piece.kind };
                  return (
                    <tr key={piece.kind}>
                      <th scope="row">{piece.label}</th>
                      <td>
                        {piece.stateLabel}
                        {piece.refusal ? ` : ${piece.refusal}` : ''}
                      </td>
                      <td>
                        {formatDay(piece.due)}{' '}
                        {piece.late && <span className="right-end right-over">{labels.late}</span>}
                      </td>
                      {(edits || submits) && (
                        <td>
                          {submits && (piece.state === 'REQUESTED' || piece.state === 'REFUSED') && (
                            <Button
                              label={labels.of(labels.submit, piece.label)}
                              onPress={() => void act(submit.send(input))}
                            >
                              {labels.submit}
                            </Button>
                          )}
                          {edits && piece.state === 'RECEIVED' && (
                            <>
                              <Button
                                label={labels.of(labels.accept, piece.label)}
                                onPress={() => void act(accept.send(input))}
                              >
                                {labels.accept}
                              </Button>{' '}
                              <Button
                                label={labels.of(labels.refuse, piece.label)}
                                onPress={() => setRefusing({ request, piece })}
                              >
                                {labels.refuse}
                              </Button>
                            </>
                          )}
                        </td>
                      )}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </TableScroll>
        </div>
      ))}
      {asking && <AskDialog recordId={recordId} entitlements={entitlements} onClose={() => setAsking(false)} />}
      {refusing && (
        <RefuseDialog
          recordId={recordId}
          requestId={refusing.request.id}
          piece={refusing.piece}
          onClose={() => setRefusing(undefined)}
        />
      )}
    </section>
  );
}
