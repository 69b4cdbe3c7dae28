import { useEffect } from 'react';
import { useQuery } from 'urql';
import { SearchBox } from '../announcement/SearchBox';
import { CommunesDocument, type KnownBenefit, type Sex, type StrictFragment } from '../gql/graphql';
import { today } from '../records/days';
import { Line, Select } from '../records/Select';
import { careLabels } from '../ui/care.labels.fr';
import { formatDay, personName } from '../ui/format.fr';
import { type Draft, namesNobody, type Step } from './draft';
import { labels } from './labels.fr';
import { PersonPicker } from './PersonPicker';
import { Facts } from './RequestFacts';
import { Words } from './TriageDialogs';

interface Props {
  draft: Draft;
  professional: boolean;
  onChange(part: Partial<Draft>): void;
  onFound?(persons: readonly StrictFragment[]): void;
}
const words = labels.call;
const { HOSPITAL_SOCIAL_SERVICE: _, ...origins } = careLabels.origins;
const { PLATFORM: __, ...channels } = labels.channels;
const yesNo = { '': labels.unknown, yes: labels.yes, no: labels.no };
const girs = { '': labels.unknown, 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', 6: '6' };
const places = { '': labels.unknown, ...labels.whereabouts };

function RequesterStep({ draft, onChange }: Props) {
  return (
    <>
      <Select
        label={words.origin}
        value={draft.origin as keyof typeof origins}
        options={origins}
        onChange={(origin) => onChange({ origin })}
      />
      <Line
        label={words.requesterName}
        value={draft.requesterName}
        onChange={(requesterName) => onChange({ requesterName })}
      />
      <Line
        type="tel"
        label={words.requesterPhone}
        value={draft.requesterPhone}
        onChange={(requesterPhone) => onChange({ requesterPhone })}
      />
      <Select
        label={words.channel}
        value={draft.channel as keyof typeof channels}
        options={channels}
        onChange={(channel) => onChange({ channel })}
      />
    </>
  );
}

const sameName = (one: string, other: string) => one.localeCompare(other.trim(), 'fr', { sensitivity: 'base' }) === 0;

function CommuneField({ draft, onChange }: Props) {
  const text = draft.communeName;
  const [{ data }] = useQuery({
    query: CommunesDocument,
    variables: { text: text.trim() },
    pause: text.trim().length < 2,
  });
  const exact = draft.commune === '' ? data?.communes.filter(({ name }) => sameName(name, text)) : undefined;
  const only = exact?.length === 1 ? exact[0] : undefined;
  // A name that is written whole, or that is known of the person, needs no choosing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen once per commune found
  useEffect(() => {
    if (only) onChange({ communeName: only.name, commune: only.insee });
  }, [only?.insee]);
  return (
    <SearchBox
      label={words.commune}
      name="commune"
      error={undefined}
      text={text}
      options={text.trim().length < 2 ? [] : (data?.communes ?? [])}
      keyOf={(place) => place.insee}
      none={words.communeNone}
      optionOf={(place) => (
        <>
          {place.name} <small>{place.insee}</small>
        </>
      )}
      onType={(communeName) => onChange({ communeName, commune: '' })}
      onChoose={(place) => onChange({ communeName: place.name, commune: place.insee })}
    />
  );
}

function PersonStep(props: Props) {
  const { draft, professional, onChange } = props;
  const { typed } = draft;
  const set = (part: Partial<typeof typed>) => onChange({ typed: { ...typed, ...part } });
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.anonymous}
          onChange={(event) => onChange({ anonymous: event.target.checked })}
        />
        {words.anonymous}
      </label>
      {!draft.anonymous && !professional && (
        <PersonPicker
          person={draft.person}
          commune={draft.commune}
          typed={typed}
          onType={(next) => onChange({ typed: next })}
          {...(props.onFound ? { onFound: props.onFound } : {})}
          onPick={(person) =>
            onChange({ person, ...(person?.commune && !draft.commune ? { communeName: person.commune } : {}) })
          }
        >
          {!draft.person && <CommuneField {...props} />}
        </PersonPicker>
      )}
      {!draft.anonymous && professional && (
        <div className="form-columns">
          <Line label={labels.picker.birthDate} value={typed.birthDate} onChange={(birthDate) => set({ birthDate })} />
          <Line label={labels.picker.birthName} value={typed.birthName} onChange={(birthName) => set({ birthName })} />
          <Line label={labels.picker.givenName} value={typed.givenName} onChange={(givenName) => set({ givenName })} />
          <Select<Sex>
            label={labels.picker.sex}
            value={typed.sex}
            options={labels.picker.sexes}
            onChange={(sex) => set({ sex })}
          />
          <Line type="tel" label={labels.picker.phone} value={typed.phone} onChange={(phone) => set({ phone })} />
        </div>
      )}
      {(draft.anonymous || professional || draft.person) && <CommuneField {...props} />}
    </>
  );
}

function ReasonStep({ draft, onChange }: Props) {
  const toggle = (one: KnownBenefit, on: boolean) =>
    onChange({ benefits: on ? [...draft.benefits, one] : draft.benefits.filter((other) => other !== one) });
  return (
    <>
      <Select
        label={words.reason}
        value={draft.reason}
        options={labels.reasons}
        onChange={(reason) => onChange({ reason })}
      />
      <Select
        label={words.urgency}
        value={draft.urgency}
        options={careLabels.urgencies}
        onChange={(urgency) => onChange({ urgency })}
      />
      <p className="muted small">{words.responseDelay[draft.urgency]}</p>
      <Words label={words.narrative} value={draft.narrative} onChange={(narrative) => onChange({ narrative })} />
      <div className="form-columns">
        <Select
          label={words.livesAlone}
          value={draft.livesAlone}
          options={yesNo}
          onChange={(livesAlone) => onChange({ livesAlone })}
        />
        <Select<string> label={words.gir} value={draft.gir} options={girs} onChange={(gir) => onChange({ gir })} />
        <Select
          label={words.where}
          value={draft.whereabouts}
          options={places}
          onChange={(whereabouts) => onChange({ whereabouts })}
        />
        <Line
          type="date"
          label={words.wantedBy}
          value={draft.wantedBy}
          onChange={(wantedBy) => onChange({ wantedBy })}
        />
      </div>
      <fieldset className="request-actions">
        <legend>{words.benefits}</legend>
        {(Object.keys(labels.benefits) as KnownBenefit[]).map((one) => (
          <label key={one} className="check">
            <input
              type="checkbox"
              checked={draft.benefits.includes(one)}
              onChange={(event) => toggle(one, event.target.checked)}
            />
            {labels.benefits[one]}
          </label>
        ))}
      </fieldset>
    </>
  );
}

function InformationStep({ draft, onChange }: Props) {
  return (
    <>
      <Select
        label={words.information}
        value={draft.information}
        options={careLabels.information}
        onChange={(information) => onChange({ information })}
      />
      {draft.information === 'OPPOSED' && <p className="notice">{words.opposed}</p>}
      {draft.information === 'NOT_COLLECTED' && <p className="notice">{words.notCollected}</p>}
      {draft.information === 'INFORMED' && (
        <>
          <Line
            type="date"
            label={words.informedOn}
            value={draft.informedOn || today()}
            onChange={(informedOn) => onChange({ informedOn })}
          />
          <Select
            label={words.means}
            value={draft.means}
            options={labels.means}
            onChange={(means) => onChange({ means })}
          />
        </>
      )}
    </>
  );
}

function CheckStep({ draft, professional }: Props) {
  const typed = `${draft.typed.birthName} ${draft.typed.givenName}`.trim();
  const named = professional ? typed : draft.person && personName(draft.person);
  const facts: [string, string][] = [
    [
      labels.requester,
      professional ? '' : [careLabels.origins[draft.origin], draft.requesterName].filter(Boolean).join(', '),
    ],
    [labels.columns.person, namesNobody(draft) ? labels.anonymousCall : (named ?? '')],
    [labels.commune, draft.commune ? draft.communeName : ''],
    [labels.reason, labels.reasons[draft.reason]],
    [words.urgency, `${careLabels.urgencies[draft.urgency]}, ${words.responseDelay[draft.urgency]}`],
    [labels.wantedBy, draft.wantedBy ? formatDay(draft.wantedBy) : ''],
    [labels.information, careLabels.information[draft.information]],
    [labels.narrative, draft.narrative],
  ];
  return <Facts facts={facts.map(([name, value]) => [name, value || labels.notGiven])} />;
}

const screens: Record<Step, (props: Props) => React.ReactNode> = {
  requester: RequesterStep,
  person: PersonStep,
  reason: ReasonStep,
  information: InformationStep,
  check: CheckStep,
};

/** The fields of one step. */
export function CallSteps({ step, ...props }: Props & { step: Step }) {
  const Screen = screens[step];
  return <Screen {...props} />;
}
