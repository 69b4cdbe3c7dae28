import { useState } from 'react';
import { type ContactLineFragment, WithdrawContactDocument } from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { FormDialog } from '../records/FormDialog';
import { Button } from '../ui/Button';
import { formatMoment } from '../ui/format.fr';
import { ContactDialog } from './ContactDialog';
import { labels } from './labels.fr';

interface Props {
  recordId: string;
  contacts: readonly ContactLineFragment[];
  manages: boolean;
  more: (() => void) | undefined;
}

const partyOf = (contact: ContactLineFragment) =>
  contact.named ?? contact.professional?.displayName ?? contact.structure?.name ?? labels.parties[contact.with];

/** Every contact about the person, last one first; those taken back stay struck. */
export function ContactList({ recordId, contacts, manages, more }: Props) {
  const [correcting, setCorrecting] = useState<ContactLineFragment>();
  const [withdrawing, setWithdrawing] = useState<ContactLineFragment>();
  return (
    <section className="record-part" aria-labelledby="record-contacts">
      <h2 id="record-contacts">{labels.title}</h2>
      {contacts.length === 0 && <p>{labels.none}</p>}
      <ul className="tasks">
        {contacts.map((contact) => {
          const what = `${labels.channels[contact.channel]}, ${formatMoment(contact.at)}`;
          return (
            <li key={contact.id} className={contact.withdrawn ? 'task task-gone' : 'task'}>
              <div>
                <p>
                  <strong>{what}</strong> – {partyOf(contact)} – {labels.outcomes[contact.outcome]} (
                  {labels.length(contact.minutes)}, {contact.by.displayName})
                  {contact.withdrawn && <> · {labels.withdrawn}</>}
                  {contact.corrections > 0 && <> · {labels.correctedTimes(contact.corrections)}</>}
                </p>
                {contact.text && <p className="contact-text">{contact.text}</p>}
              </div>
              {manages && !contact.withdrawn && (
                <>
                  <Button kind="quiet" label={labels.correctOf(what)} onPress={() => setCorrecting(contact)}>
                    {labels.correct}
                  </Button>
                  <Button kind="quiet" label={`${labels.withdraw} : ${what}`} onPress={() => setWithdrawing(contact)}>
                    {labels.withdraw}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {more && <Button onPress={more}>{labels.more}</Button>}
      {correcting && (
        <ContactDialog recordId={recordId} contact={correcting} onClose={() => setCorrecting(undefined)} />
      )}
      {withdrawing && (
        <WithdrawDialog recordId={recordId} contact={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
    </section>
  );
}

function WithdrawDialog({
  recordId,
  contact,
  onClose,
}: {
  recordId: string;
  contact: ContactLineFragment;
  onClose(): void;
}) {
  const command = useCommand(WithdrawContactDocument, (data) => data.withdrawContact.errors);
  return (
    <FormDialog
      title={labels.withdraw}
      send={labels.withdraw}
      done={labels.withdrawnNow}
      onClose={onClose}
      run={() => command.send({ recordId, contactId: contact.id, expectedVersion: contact.version })}
    >
      <p>{labels.withdrawWhat}</p>
    </FormDialog>
  );
}
