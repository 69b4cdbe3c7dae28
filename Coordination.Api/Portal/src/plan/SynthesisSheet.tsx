import { useState } from 'react';
import {
  AddPlanProblemDocument,
  type DataClass,
  IdentifyNeedDocument,
  type NeedClass,
  type PlanItemKind,
  RecordPreferenceDocument,
  type RecordSituationFragment,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { Select } from '../records/Select';
import { Button } from '../ui/Button';
import type { SheetProps } from './ActionSheet';
import { Composer } from './Composer';
import { ItemText } from './ItemText';
import { RemoveButton } from './ItemTools';
import { labels } from './labels.fr';
import { ofKind } from './tree';
import { useItemChange } from './useItemChange';

/** « Synthèse des problématiques et projets »: problems, needs, and what the person wishes; what the record knows is taken over. */
export function SynthesisSheet(props: SheetProps) {
  const { record, edits } = props;
  return (
    <>
      {edits && <p className="muted">{labels.keys}</p>}
      <Items {...props} kind="PROBLEM" heading={labels.problems} none={labels.problemsNone} />
      {edits && <ProblemComposer {...props} />}
      <Items {...props} kind="NEED" heading={labels.needsHeading} none={labels.needsNone} />
      {edits && <NeedComposer {...props} />}
      <Items {...props} kind="PREFERENCE" heading={labels.preferences} none={labels.preferencesNone} />
      {edits && <PreferenceComposer {...props} />}
      {edits && <Known record={record} />}
    </>
  );
}

function Items({
  record,
  plan,
  edits,
  kind,
  heading,
  none,
}: SheetProps & { kind: PlanItemKind; heading: string; none: string }) {
  const items = ofKind(plan.items, kind);
  return (
    <section>
      <h3>{heading}</h3>
      {items.length === 0 && <p>{none}</p>}
      <ul className="plan-items">
        {items.map((item) => (
          <li key={item.id}>
            <ItemText recordId={record.id} item={item} version={plan.version} siblings={items} edits={edits} />
            {kind === 'NEED' && <Coverage recordId={record.id} item={item} version={plan.version} edits={edits} />}
            {item.dataClass !== 'SOCIAL' && <span className="record-mark">{labels.classes[item.dataClass]}</span>}
            {edits && <RemoveButton recordId={record.id} item={item} version={plan.version} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Coverage({
  recordId,
  item,
  version,
  edits,
}: {
  recordId: string;
  item: SheetProps['plan']['items'][number];
  version: number;
  edits: boolean;
}) {
  const { change } = useItemChange(recordId, item.id);
  return (
    <>
      <span className="muted">{item.needLabel}</span>
      {edits ? (
        <select
          className="plan-input"
          aria-label={labels.textOf(labels.coverage, item.text)}
          value={item.met ? 'met' : 'unmet'}
          onChange={({ target: { value } }) => void change({ met: value === 'met' }, version, value)}
        >
          <option value="unmet">{labels.unmet}</option>
          <option value="met">{labels.met}</option>
        </select>
      ) : (
        <span className="record-mark">{item.met ? labels.met : labels.unmet}</span>
      )}
    </>
  );
}

/** The classes that the reader reads: what he adds in another one he would not see himself. */
const classesFor = (record: RecordSituationFragment): Record<DataClass, string> => {
  const kept = new Set(record.hidden.map((part) => part.class));
  return Object.fromEntries(
    Object.entries(labels.classes).filter(([key]) => key !== 'ADMINISTRATIVE' && !kept.has(key as DataClass)),
  ) as Record<DataClass, string>;
};

function ProblemComposer({ record }: SheetProps) {
  const [reach, setReach] = useState<DataClass>('SOCIAL');
  const { send } = useCommand(AddPlanProblemDocument, (data) => data.addPlanProblem.errors);
  return (
    <Composer
      draft={`${record.id} problem`}
      label={labels.addProblem}
      onSend={(text) => send({ recordId: record.id, text, dataClass: reach })}
    >
      <Select label={labels.confidentiality} value={reach} options={classesFor(record)} onChange={setReach} />
    </Composer>
  );
}

function NeedComposer({ record }: SheetProps) {
  const [need, setNeed] = useState<NeedClass>('DAILY_LIVING');
  const [met, setMet] = useState<'YES' | 'NO'>('NO');
  const { send } = useCommand(IdentifyNeedDocument, (data) => data.identifyNeed.errors);
  const reach: DataClass =
    need === 'MENTAL_HEALTH' ? 'MENTAL_HEALTH' : need === 'HEALTH' || need === 'NURSING' ? 'CLINICAL' : 'SOCIAL';
  return (
    <Composer
      draft={`${record.id} need`}
      label={labels.addNeed}
      onSend={(text) => send({ recordId: record.id, need, met: met === 'YES', text, dataClass: reach })}
    >
      <Select label={labels.needClass} value={need} options={labels.needs} onChange={setNeed} />
      <Select label={labels.coverage} value={met} options={{ NO: labels.unmet, YES: labels.met }} onChange={setMet} />
    </Composer>
  );
}

function PreferenceComposer({ record }: SheetProps) {
  const { send } = useCommand(RecordPreferenceDocument, (data) => data.recordPreference.errors);
  return (
    <Composer
      draft={`${record.id} preference`}
      label={labels.addPreference}
      help={labels.preferenceHelp}
      onSend={(text) => send({ recordId: record.id, text })}
    />
  );
}

/** What the record knows already: one press takes it over as a problem, or as a wish. */
function Known({ record }: Pick<SheetProps, 'record'>) {
  const problem = useCommand(AddPlanProblemDocument, (data) => data.addPlanProblem.errors);
  const wish = useCommand(RecordPreferenceDocument, (data) => data.recordPreference.errors);
  const known = [
    ...(record.socialSituation ?? []).map((entry) => ({ entry, reach: 'SOCIAL' as const })),
    ...(record.clinicalSituation ?? []).map((entry) => ({ entry, reach: 'CLINICAL' as const })),
    ...(record.mentalHealthSituation ?? []).map((entry) => ({ entry, reach: 'MENTAL_HEALTH' as const })),
  ];
  if (known.length === 0) return null;
  return (
    <section>
      <h3>{labels.known}</h3>
      <ul className="plan-items">
        {known.map(({ entry, reach }) => (
          <li key={entry.topic}>
            <span className="plan-text">
              <strong>{entry.label}</strong> : {entry.text}
            </span>
            <Button
              kind="quiet"
              label={labels.takeOver(entry.label)}
              onPress={() =>
                void (entry.topic === 'WISHES'
                  ? wish.send({ recordId: record.id, text: entry.text })
                  : problem.send({ recordId: record.id, text: `${entry.label} : ${entry.text}`, dataClass: reach }))
              }
            >
              {labels.take}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
