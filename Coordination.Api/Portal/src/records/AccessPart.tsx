import { useState } from 'react';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import {
  ReadmitProfessionalDocument,
  RecordOppositionDocument,
  RecordRightsByIdDocument,
  type RecordRightsByIdQuery,
  RestrictRecordDocument,
  ResumeRecordDocument,
  RevokeContactDocument,
  SuspendRecordDocument,
  UnrestrictRecordDocument,
  WithdrawConsentDocument,
  WithdrawOppositionDocument,
} from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { type Outcome, textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { Loading } from '../ui/States';
import { FormDialog } from './FormDialog';
import { labels } from './labels.fr';
import type { PartProps } from './parts';
import { ConsentDialog, ContactDialog, ExcludeDialog, InformationDialog } from './RightsDialogs';
import { WhoConsulted } from './WhoConsulted';
import { WhoReads } from './WhoReads';

type Rights = NonNullable<NonNullable<RecordRightsByIdQuery['careRecord']>['rights']>;
type Record = NonNullable<RecordRightsByIdQuery['careRecord']> & { rights: Rights };
type Dialog = 'inform' | 'consent' | 'exclude' | 'designate' | 'suspend' | 'restrict';

/** « Consentement et accès »: what the person decided, who may read and why, on one page that can be printed for her. */
export default function AccessPart({ id, record: { version }, permissions }: PartProps) {
  const [{ data }, again] = useQuery({
    query: RecordRightsByIdDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({
    item: (item) => item.type === 'RECORD_CHANGED' && item.nodeId === data?.careRecord?.id && refetch(),
    resync: refetch,
  });
  const record = data?.careRecord;
  if (!record?.rights) return <Loading key={version} />;
  return <Decisions record={{ ...record, rights: record.rights }} edits={permissions.includes('CHANGE_RIGHTS')} />;
}

function Decisions({ record, edits }: { record: Record; edits: boolean }) {
  const [open, setOpen] = useState<Dialog>();
  const [failed, setFailed] = useState<string>();
  const announce = useAnnounce();
  const close = () => setOpen(undefined);
  const recordId = record.id;
  const oppose = useCommand(RecordOppositionDocument, (data) => data.recordOpposition.errors);
  const unoppose = useCommand(WithdrawOppositionDocument, (data) => data.withdrawOpposition.errors);
  const unconsent = useCommand(WithdrawConsentDocument, (data) => data.withdrawConsent.errors);
  const readmit = useCommand(ReadmitProfessionalDocument, (data) => data.readmitProfessional.errors);
  const revoke = useCommand(RevokeContactDocument, (data) => data.revokeContact.errors);
  const suspend = useCommand(SuspendRecordDocument, (data) => data.suspendRecord.errors);
  const resume = useCommand(ResumeRecordDocument, (data) => data.resumeRecord.errors);
  const restrict = useCommand(RestrictRecordDocument, (data) => data.restrictRecord.errors);
  const unrestrict = useCommand(UnrestrictRecordDocument, (data) => data.unrestrictRecord.errors);
  const act = async (sent: Promise<Outcome | undefined>) => {
    setFailed(undefined);
    const outcome = await sent;
    if (outcome?.kind === 'done') announce(labels.saved);
    else if (outcome) setFailed(textOf(outcome));
  };
  const { scopes, excluded, contacts } = record.rights;
  return (
    <>
      <p className="record-printed">{labels.printed}</p>
      {failed && (
        <p className="notice notice-error" role="alert">
          {failed}
        </p>
      )}
      <section className="record-part" aria-labelledby="record-information">
        <header>
          <h2 id="record-information">{labels.info}</h2>
          <div className="record-actions">
            {edits && !record.informedOn && (
              <Button kind="primary" onPress={() => setOpen('inform')}>
                {labels.inform}
              </Button>
            )}
            <Button onPress={() => window.print()}>{labels.print}</Button>
          </div>
        </header>
        <p>{record.informedOn ? labels.informed(formatDay(record.informedOn)) : labels.notInformed}</p>
      </section>
      <section className="record-part" aria-labelledby="record-sharing">
        <h2 id="record-sharing">{labels.sharing}</h2>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{labels.columnsSharing.scope}</th>
              <th scope="col">{labels.columnsSharing.state}</th>
              {edits && <th scope="col">{labels.columnsSharing.action}</th>}
            </tr>
          </thead>
          <tbody>
            {scopes.map((scope) => (
              <tr key={scope.scope}>
                <th scope="row">{scope.label}</th>
                <td>
                  {scope.stateLabel}
                  {scope.on && scope.means ? ` (${formatDay(scope.on)}, ${labels.means[scope.means]})` : ''}
                  {scope.until ? ` – ${formatDay(scope.until)}` : ''}
                </td>
                {edits && (
                  <td>
                    {scope.state === 'OPPOSED' ? (
                      <Button onPress={() => void act(unoppose.send({ recordId, scope: scope.scope }))}>
                        {labels.unoppose}
                      </Button>
                    ) : scope.state === 'CONSENTED' ? (
                      <Button onPress={() => void act(unconsent.send({ recordId, scope: scope.scope }))}>
                        {labels.unconsent}
                      </Button>
                    ) : scope.scope === 'OUTSIDE_TEAM' ? (
                      <Button onPress={() => setOpen('consent')}>{labels.consent}</Button>
                    ) : (
                      <Button onPress={() => void act(oppose.send({ recordId, scope: scope.scope }))}>
                        {labels.oppose}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {edits && <p className="muted record-actions">{labels.effective}</p>}
      </section>
      <section className="record-part" aria-labelledby="record-excluded">
        <header>
          <h2 id="record-excluded">{labels.excluded}</h2>
          {edits && <Button onPress={() => setOpen('exclude')}>{labels.exclude}</Button>}
        </header>
        {excluded.length === 0 && <p>{labels.excludedNone}</p>}
        <ul>
          {excluded.map((professional) => (
            <li key={professional.id}>
              {professional.displayName}, {professional.function}{' '}
              {edits && (
                <Button
                  kind="quiet"
                  onPress={() => void act(readmit.send({ recordId, professional: professional.id }))}
                >
                  {labels.readmit}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="record-part" aria-labelledby="record-contacts">
        <header>
          <h2 id="record-contacts">{labels.contactsHeading}</h2>
          {edits && <Button onPress={() => setOpen('designate')}>{labels.designate}</Button>}
        </header>
        {contacts.length === 0 && <p>{labels.contactsNone}</p>}
        <ul>
          {contacts.map((contact) => (
            <li key={contact.id}>
              <strong>{contact.name}</strong> – {contact.kindLabel},{' '}
              {contact.represents ? labels.represents : labels.representsNot}
              {contact.phone ? `, ${contact.phone}` : ''}, {labels.since(formatDay(contact.from))}{' '}
              {edits && (
                <Button kind="quiet" onPress={() => void act(revoke.send({ recordId, contactId: contact.id }))}>
                  {labels.revoke}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <WhoReads grants={record.access ?? []} />
      <WhoConsulted personId={record.person.id} />
      {edits && (
        <section className="record-part" aria-labelledby="record-limits">
          <h2 id="record-limits">{labels.limits}</h2>
          <div className="record-actions">
            {record.suspended ? (
              <Button onPress={() => void act(resume.send({ recordId }))}>{labels.resume}</Button>
            ) : (
              <Button onPress={() => setOpen('suspend')}>{labels.suspend}</Button>
            )}
            {record.restricted ? (
              <Button onPress={() => void act(unrestrict.send({ recordId }))}>{labels.unrestrict}</Button>
            ) : (
              <Button onPress={() => setOpen('restrict')}>{labels.restrict}</Button>
            )}
          </div>
        </section>
      )}
      {open === 'inform' && <InformationDialog recordId={recordId} onClose={close} />}
      {open === 'consent' && <ConsentDialog recordId={recordId} onClose={close} />}
      {open === 'exclude' && <ExcludeDialog recordId={recordId} onClose={close} />}
      {open === 'designate' && <ContactDialog recordId={recordId} onClose={close} />}
      {(open === 'suspend' || open === 'restrict') && (
        <FormDialog
          title={labels[open]}
          send={labels.confirm}
          done={labels.saved}
          onClose={close}
          run={() => (open === 'suspend' ? suspend : restrict).send({ recordId })}
        >
          <p>{open === 'suspend' ? labels.suspendWhat : labels.restrictWhat}</p>
        </FormDialog>
      )}
    </>
  );
}
