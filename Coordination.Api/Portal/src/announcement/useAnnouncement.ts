import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useClient } from 'urql';
import { useAnnounce } from '../app/Announcer';
import { AnnounceDischargeDocument, type AnnounceDischargeMutation, StayFollowUpDocument } from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { draftOf, forgetDraft, keepDraft } from './draft';
import { type Announcement, announcementOf, type Faults, faultsOf, fieldOf, fields, toInput } from './form';
import { labels } from './labels.fr';

const errorsOf = (data: AnnounceDischargeMutation) => data.announceDischarge.errors;

/** The form of an announcement, from the first key to the receipt. */
export function useAnnouncement(userId: string, stayId: string | null) {
  const key = `${userId} ${stayId ?? ''}`;
  const [form, setForm] = useState<Announcement>(() => draftOf(key));
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string>();
  const [missing, setMissing] = useState(false);
  const page = useRef<HTMLFormElement>(null);
  const focus = useRef<string>(undefined);
  const receipt = useRef<AnnounceDischargeMutation['announceDischarge']['receipt']>(undefined);
  const client = useClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { send, busy } = useCommand(AnnounceDischargeDocument, (data) => {
    receipt.current = data.announceDischarge.receipt;
    return errorsOf(data);
  });

  useEffect(() => {
    if (!stayId) return;
    let wanted = true;
    void client.query(StayFollowUpDocument, { id: stayId }, { requestPolicy: 'network-only' }).then(({ data }) => {
      if (!wanted) return;
      const stay = data?.discharge;
      if (stay) setForm((filled) => (filled.stay ? filled : announcementOf(stay, filled)));
      else setMissing(true);
    });
    return () => {
      wanted = false;
    };
  }, [client, stayId]);

  const moveTo = (field: string) => {
    focus.current = field;
  };
  // Where the focus goes exists only once the page is drawn.
  useEffect(() => {
    const field = focus.current;
    if (!field) return;
    focus.current = undefined;
    page.current?.querySelector<HTMLElement>(`[name=${field}]`)?.focus();
  });

  const change = (next: Announcement) => {
    keepDraft(key, next);
    setForm(next);
    // What was wrong is looked at again once it changed; what is not filled yet is not shouted at.
    setFaults((shown) => {
      const now = faultsOf(next, new Date(), labels.faults);
      return Object.fromEntries(Object.entries(shown).filter(([field]) => field in now)) as Faults;
    });
  };
  const show = (found: Faults) => {
    const first = fields.find((field) => found[field]);
    setFaults(found);
    if (first) moveTo(first);
  };

  const submit = async () => {
    const found = faultsOf(form, new Date(), labels.faults);
    const wrong = Object.keys(found).length;
    setProblem(wrong > 0 ? labels.wrong(wrong) : undefined);
    if (wrong > 0) return show(found);
    const input = toInput(form, new Date());
    if (!input) return;
    const outcome = await send(input);
    if (!outcome) return;
    if (outcome.kind === 'lost') return setProblem(labels.lost);
    if (outcome.kind === 'refused') {
      const field = fieldOf(outcome.error.field);
      setProblem(field ? labels.wrong(1) : outcome.error.message);
      return show(field ? { [field]: outcome.error.message } : {});
    }
    forgetDraft();
    announce(labels.sent);
    const { discharge, request } = receipt.current ?? {};
    const to = discharge
      ? `/sorties/${encodeURIComponent(discharge.id)}`
      : request && `/demandes/${encodeURIComponent(request.id)}`;
    void navigate(to ?? '/sorties', { replace: true, state: { sent: true } });
  };
  return { form, change, faults, problem, busy, submit, moveTo, page, missing };
}
