import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import {
  type CareNeed,
  ConfirmArrangementDocument,
  type ConfirmationChannel,
  type PreparationFragment,
  TerritorySettingsDocument,
} from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { Field } from '../ui/Field';
import { formatMoment } from '../ui/format.fr';
import { labels as common } from '../ui/labels.fr';
import { ModalDialog } from '../ui/ModalDialog';
import { fromParisField } from '../ui/parisTime';
import { type Draft, type DraftErrors, draftFields, draftOf, missingIn, providerNumberOf } from './confirmation';
import { FirstVisitField } from './FirstVisitField';
import { homeAt, isLate } from './firstVisit';
import { ProviderField } from './ProviderField';
import { labels } from './preparation.labels.fr';
import { providerName } from './provider';

const needs = Object.keys(careLabels.needs) as CareNeed[];
const channels = Object.keys(careLabels.channels) as ConfirmationChannel[];

interface Props {
  discharge: PreparationFragment;
  need: CareNeed;
  onClose(): void;
}

/** Records that a provider will come: who, who said so, by which channel, first visit. All of it by keyboard. */
export default function ConfirmDialog({ discharge, need, onClose }: Props) {
  const standingFor = (one: CareNeed) => discharge.arrangements.find((arrangement) => arrangement.need === one);
  const [draft, setDraft] = useState(() => draftOf(need, standingFor(need)));
  const [errors, setErrors] = useState<DraftErrors>({});
  const [failure, setFailure] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const show = (found: DraftErrors) => {
    setErrors(found);
    setAttempt((n) => n + 1);
  };
  const [{ data: settings }] = useQuery({ query: TerritorySettingsDocument });
  const command = useCommand(ConfirmArrangementDocument, (data) => data.confirmArrangement.errors);
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<Draft>, field: (typeof draftFields)[number]) => {
    setDraft((now) => ({ ...now, ...part }));
    setErrors(({ [field]: answered, ...others }) => others);
  };

  // The first field that is wrong takes the focus, where its error is read with it.
  useEffect(() => {
    if (attempt === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempt]);

  const send = async () => {
    const missing = missingIn(draft, common.required);
    setFailure(undefined);
    show(missing);
    const [provider, firstVisitAt] = [providerNumberOf(draft), fromParisField(draft.firstVisit)];
    if (Object.keys(missing).length > 0 || !provider || !firstVisitAt) return;
    const outcome = await command.send({
      dischargeId: discharge.id,
      need: draft.need,
      provider,
      confirmedBy: draft.confirmedBy.trim(),
      channel: draft.channel,
      firstVisitAt: firstVisitAt.toISOString(),
    });
    if (!outcome) return;
    if (outcome.kind === 'done') {
      announce(labels.confirmed(careLabels.needs[draft.need]));
      onClose();
      return;
    }
    const field = outcome.kind === 'refused' && draftFields.find((name) => name === outcome.error.field);
    if (field) show({ [field]: textOf(outcome) });
    else setFailure(outcome.kind === 'lost' ? labels.lost : textOf(outcome));
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    void send();
  };

  const home = homeAt(discharge);
  const visit = fromParisField(draft.firstVisit);
  const limit = settings?.territorySettings.firstVisitWithinHours;
  const late = visit !== undefined && limit !== undefined && isLate(draft.need, visit, home, limit);
  const standing = standingFor(draft.need);
  return (
    <ModalDialog title={labels.confirm} open onClose={onClose}>
      <form
        ref={form}
        className="form"
        noValidate
        // On the way down: a button with the focus would take the key for itself.
        onKeyDownCapture={key}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {failure && (
          <p className="notice notice-error" role="alert">
            {failure}
          </p>
        )}
        <Field label={labels.need} error={errors.need}>
          {(control) => (
            <select
              {...control}
              value={draft.need}
              onChange={(event) => {
                const chosen = event.target.value as CareNeed;
                setDraft((now) => (now.providerText ? { ...now, need: chosen } : draftOf(chosen, standingFor(chosen))));
              }}
            >
              {needs.map((one) => (
                <option key={one} value={one}>
                  {careLabels.needs[one]}
                  {discharge.needs && !discharge.needs.includes(one) ? ` (${labels.notNeeded})` : ''}
                </option>
              ))}
            </select>
          )}
        </Field>
        {standing && (
          <p className="notice">
            {labels.existing(providerName(standing.provider), formatMoment(standing.firstVisitAt))}
          </p>
        )}
        <ProviderField
          text={draft.providerText}
          error={errors.provider}
          autoFocus
          onChange={(providerText, providerNumber) => change({ providerText, providerNumber }, 'provider')}
        />
        <Field label={labels.confirmedBy} error={errors.confirmedBy}>
          {(control) => (
            <input
              {...control}
              value={draft.confirmedBy}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => change({ confirmedBy: event.target.value }, 'confirmedBy')}
            />
          )}
        </Field>
        <fieldset className="choices">
          <legend>{labels.channel}</legend>
          {channels.map((channel) => (
            <label key={channel} className="choice">
              <input
                type="radio"
                name="channel"
                checked={draft.channel === channel}
                onChange={() => change({ channel }, 'channel')}
              />
              {careLabels.channels[channel]}
            </label>
          ))}
        </fieldset>
        <FirstVisitField
          value={draft.firstVisit}
          home={home}
          error={errors.firstVisitAt}
          onChange={(firstVisit) => change({ firstVisit }, 'firstVisitAt')}
        />
        {late && (
          <p className="notice notice-warning" role="status">
            {labels.lateWarning(limit)}
          </p>
        )}
        <footer className="dialog-foot">
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="primary" type="submit" disabled={command.busy}>
            {labels.send}
          </Button>
        </footer>
      </form>
    </ModalDialog>
  );
}
